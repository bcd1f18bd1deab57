import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';

/** The pre-verified number that a call works on. */
export interface PreverifiedTarget {
  /** The id of the pre-verified number, from `listPreverifiedNumbers`. */
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
 * Returns whether a pre-verified number can be used.
 *
 * Source: Meta, "Pre-verified phone number API".
 *
 * @example
 * (await getPreverifiedNumber(client, { preverifiedId: '1060…' })).is_input_id_valid; // true
 */
export async function getPreverifiedNumber(
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
