import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** What people who come from an ad see first. */
export interface WelcomeMessage {
  readonly text: string;
  /** What stands ready in their text field. */
  readonly autofill_message?: { readonly content: string } | undefined;
  /** Questions to tap. */
  readonly ice_breakers?: readonly { readonly title: string }[] | undefined;
}

/** A new greeting; with `sequence_id` a change of one. */
export interface SaveWelcomeSequenceParams extends WabaTarget {
  readonly sequence_id?: string | undefined;
  readonly name?: string | undefined;
  readonly welcome_message_sequence?: WelcomeMessage | undefined;
}

/**
 * Creates a greeting for people who come from click-to-WhatsApp ads, or changes one.
 *
 * Source: Meta, "Welcome message sequences".
 *
 * @example
 * await saveWelcomeSequence(client, { name: 'Sign-up', welcome_message_sequence: { text: 'Welcome!' } }); // { sequence_id: '186473890' }
 */
export function saveWelcomeSequence(
  client: Client,
  { wabaId, sequence_id, name, welcome_message_sequence }: SaveWelcomeSequenceParams,
  options?: CallOptions,
): Promise<{ readonly sequence_id?: string | undefined; readonly success?: boolean | undefined }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/welcome_message_sequences`,
      body: formBody({
        sequence_id,
        name,
        welcome_message_sequence: welcome_message_sequence && JSON.stringify(welcome_message_sequence),
      }),
      idempotency: 'unsafe',
      parse: parseResponse<{ sequence_id?: string; success?: boolean }>({
        sequence_id: 'string?',
        success: 'boolean?',
      }),
    },
    options,
  );
}
