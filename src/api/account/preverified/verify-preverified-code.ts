import { UsageError } from '../../../errors/usage-error.ts';
import { validateCode } from '../../../schemas/phone-number.ts';
import type { Success } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import type { PreverifiedTarget } from './get-preverified-number.ts';

/**
 * Hands in the code of `requestPreverifiedCode`.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * await verifyPreverifiedCode(client, { preverifiedId: '1060…', code: '123830' }); // { success: true }
 */
export function verifyPreverifiedCode(
  client: Client,
  params: PreverifiedTarget & { readonly code: string },
  options?: CallOptions,
): Promise<Success> {
  const code = params.code.replace(/[\s-]/g, '');
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
