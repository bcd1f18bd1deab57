import { UsageError } from '../../errors/usage-error.ts';
import { validateCodeRequest } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** How the verification code comes. */
export interface RequestCodeParams extends NumberTarget {
  readonly code_method: 'SMS' | 'VOICE';
  /** The language of the message or call: `en_US`. */
  readonly language: string;
}

/**
 * Has Meta send a six-digit code to the number, which proves that it is yours. Then `verifyCode`.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * await requestCode(client, { code_method: 'SMS', language: 'en_US' }); // { success: true }
 */
export function requestCode(
  client: Client,
  { phoneNumberId, ...body }: RequestCodeParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateCodeRequest(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The request for a code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/request_code`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
