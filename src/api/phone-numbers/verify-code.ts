import { UsageError } from '../../errors/usage-error.ts';
import { validateCode } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** The code that arrived. */
export interface VerifyCodeParams extends NumberTarget {
  /** Six digits; a hyphen or spaces between them are taken out. */
  readonly code: string;
}

/**
 * Hands in the code of `requestCode`. Then `registerPhoneNumber`.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * await verifyCode(client, { code: '123-830' }); // { success: true }
 */
export function verifyCode(
  client: Client,
  params: VerifyCodeParams,
  options?: CallOptions,
): Promise<Success> {
  const code = params.code.replace(/[\s-]/g, '');
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
