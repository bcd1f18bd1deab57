import { checkParams } from '../../../errors/check-params.ts';
import { UsageError } from '../../../errors/usage-error.ts';
import { validateCode } from '../../../schemas/phone-number.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';
import { textOf } from '../../../shared/text-of.ts';

/** Parameters of `verifyPreverifiedCode`. */
export interface VerifyPreverifiedCodeParams extends PreverifiedTarget {
  /** The six digits that arrived; spaces and hyphens between them are removed. */
  readonly code: string;
}

/**
 * Verifies a pre-verified number with the code that `requestPreverifiedCode` had Meta send.
 *
 * Throws `UsageError` if the code does not have six digits.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * await verifyPreverifiedCode(client, { preverifiedId: '1060…', code: '123830' });
 */
export async function verifyPreverifiedCode(
  client: Client,
  params: VerifyPreverifiedCodeParams,
  options?: CallOptions,
): Promise<void> {
  checkParams('verifyPreverifiedCode', params, { code: true, preverifiedId: true });
  const code = textOf(params.code).replace(/[\s-]/g, '');
  const issues = validateCode({ code });
  if (issues.length > 0) throw new UsageError({ summary: 'The verification code is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${params.preverifiedId}/verify_code`,
      body: jsonBody({ code }),
      idempotency: 'unsafe',
      sensitive: [code, params.code],
      parse: parseSuccess,
    },
    options,
  );
}
