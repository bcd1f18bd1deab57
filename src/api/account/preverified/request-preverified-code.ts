import { UsageError } from '../../../errors/usage-error.ts';
import { validateCodeRequest } from '../../../schemas/phone-number.ts';
import type { Success } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/** How the code comes, and to which number. */
export interface RequestPreverifiedCodeParams extends PreverifiedTarget {
  readonly code_method: 'SMS' | 'VOICE';
  /** The language of the message or call: `en_US`. */
  readonly language: string;
}

/**
 * Has Meta send a six-digit code to a pre-verified number.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * await requestPreverifiedCode(client, { preverifiedId: '1060…', code_method: 'SMS', language: 'en_US' }); // { success: true }
 */
export function requestPreverifiedCode(
  client: Client,
  { preverifiedId, ...body }: RequestPreverifiedCodeParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateCodeRequest(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The request for a code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${preverifiedId}/request_code`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
