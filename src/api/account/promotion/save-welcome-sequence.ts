import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseResponse,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** What people who come from an ad see first. */
export interface WelcomeMessage {
  readonly text: string;
  /** The text that is filled into their text field. */
  readonly autofill_message?: { readonly content: string } | undefined;
  /** Questions to tap. */
  readonly ice_breakers?: readonly { readonly title: string }[] | undefined;
}

/** Parameters of `saveWelcomeSequence`. */
export interface SaveWelcomeSequenceParams extends WabaTarget {
  /** The sequence to change. Default: a new one is created. */
  readonly sequenceId?: string | undefined;
  /** The name by which an ad selects the sequence; needed for a new one. */
  readonly name?: string | undefined;
  /** What people see, in Meta's spelling; needed for a new one. */
  readonly welcomeMessageSequence?: WelcomeMessage | undefined;
}

/**
 * Creates a welcome message sequence for people who come from click-to-WhatsApp ads, or changes the one that `sequenceId` names, and
 * returns its id.
 *
 * Source: Meta, "Welcome message sequences".
 *
 * @example
 * await saveWelcomeSequence(client, { name: 'Sign-up', welcomeMessageSequence: { text: 'Welcome!' } }); // { sequence_id: '186473890' }
 */
export async function saveWelcomeSequence(
  client: Client,
  { wabaId, sequenceId, name, welcomeMessageSequence }: SaveWelcomeSequenceParams,
  options?: CallOptions,
): Promise<{ readonly sequence_id?: string | undefined }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/welcome_message_sequences`,
      body: formBody({
        sequence_id: sequenceId,
        name,
        welcome_message_sequence: welcomeMessageSequence && JSON.stringify(welcomeMessageSequence),
      }),
      idempotency: 'unsafe',
      parse: (reply) => {
        const { sequence_id } = parseResponse<{ sequence_id?: string }>({ sequence_id: 'string?' })(reply);
        // A change is answered with `success` alone.
        if (sequence_id === undefined) parseSuccess(reply);
        return { sequence_id: sequence_id ?? sequenceId };
      },
    },
    options,
  );
}
