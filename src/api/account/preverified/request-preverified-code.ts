import { UsageError } from '../../../errors/usage-error.ts';
import { validateCodeRequest } from '../../../schemas/phone-number.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/** Parameters of `requestPreverifiedCode`. */
export interface RequestPreverifiedCodeParams extends PreverifiedTarget {
  /** Whether Meta sends the code in a message or reads it out in a call. */
  readonly codeMethod: 'SMS' | 'VOICE';
  /** The language of the message or call, such as `en` or `en_US`. */
  readonly language: string;
}

/**
 * Requests a six-digit code, which Meta sends to a pre-verified number.
 *
 * Throws `UsageError` if the language does not have a form like `en_US`.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * await requestPreverifiedCode(client, { preverifiedId: '1060…', codeMethod: 'SMS', language: 'en_US' });
 */
export async function requestPreverifiedCode(
  client: Client,
  { preverifiedId, ...body }: RequestPreverifiedCodeParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateCodeRequest(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The request for a code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${preverifiedId}/request_code`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
