import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';

/** Which pre-verified number. */
export interface PreverifiedTarget {
  readonly preverifiedId: string;
}

/** Whether a pre-verified number can be used. */
export interface PreverifiedCheck {
  readonly id?: string | undefined;
  readonly display_phone_number?: string | undefined;
  readonly is_input_id_valid: boolean;
  readonly error_msg?: string | undefined;
}

/**
 * Reads whether a pre-verified number can be used.
 *
 * Source: Meta, "Pre-verified phone number API".
 *
 * @example
 * (await getPreverifiedNumber(client, { preverifiedId: '1060…' })).is_input_id_valid; // true
 */
export function getPreverifiedNumber(
  client: Client,
  { preverifiedId }: PreverifiedTarget,
  options?: CallOptions,
): Promise<PreverifiedCheck> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${preverifiedId}`,
      idempotency: 'safe',
      parse: parseResponse<PreverifiedCheck>({ is_input_id_valid: 'boolean' }),
    },
    options,
  );
}
