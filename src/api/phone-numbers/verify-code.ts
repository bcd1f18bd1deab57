import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { validateCode } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';
import { textOf } from '../../shared/text-of.ts';

/** Parameters of `verifyCode`. */
export interface VerifyCodeParams extends NumberTarget {
  /** The six digits that arrived; hyphens and spaces between them are removed. */
  readonly code: string;
}

/**
 * Verifies a number with the code that `requestCode` had Meta send. Then call `registerPhoneNumber`.
 *
 * Throws `UsageError` if the code does not have six digits.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * await verifyCode(client, { code: '123-830' });
 */
export async function verifyCode(
  client: Client,
  params: VerifyCodeParams,
  options?: CallOptions,
): Promise<void> {
  checkParams('verifyCode', params, { code: true, phoneNumberId: false });
  const code = textOf(params.code).replace(/[\s-]/g, '');
  const issues = validateCode({ code });
  if (issues.length > 0) throw new UsageError({ summary: 'The verification code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/verify_code`,
      body: jsonBody({ code }),
      idempotency: 'unsafe',
      sensitive: [code, params.code],
      parse: parseSuccess,
    },
    options,
  );
}
