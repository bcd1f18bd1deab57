import { UsageError } from '../../errors/usage-error.ts';
import { validateCodeRequest } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `requestCode`. */
export interface RequestCodeParams extends NumberTarget {
  /** Whether Meta sends the code in a message or reads it out in a call. */
  readonly codeMethod: 'SMS' | 'VOICE';
  /** The language of the message or call, such as `en` or `en_US`. */
  readonly language: string;
}

/**
 * Requests a six-digit code, which Meta sends to the number to prove that it is yours. Then call `verifyCode`.
 *
 * Throws `UsageError` if the language does not have a form like `en_US`.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * await requestCode(client, { codeMethod: 'SMS', language: 'en_US' });
 */
export async function requestCode(
  client: Client,
  { phoneNumberId, ...body }: RequestCodeParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateCodeRequest(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The request for a code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/request_code`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
