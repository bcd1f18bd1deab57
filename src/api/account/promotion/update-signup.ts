import { UsageError } from '../../../errors/usage-error.ts';
import { type SignupFields, validateSignup } from '../../../schemas/signup.ts';
import type { Success } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import type { Signup } from './create-signup.ts';

/** What to change; what is left out stays as it is. */
export interface UpdateSignupParams extends SignupFields {
  readonly signupId: string;
  readonly status?: 'ACTIVE' | 'DISABLED' | undefined;
}

/**
 * Changes, disables or enables an in-app signup.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * await updateSignup(client, { signupId: '1234', status: 'DISABLED' }); // { success: true }
 */
export function updateSignup(
  client: Client,
  { signupId, ...body }: UpdateSignupParams,
  options?: CallOptions,
): Promise<Partial<Signup> & Partial<Success>> {
  const issues = validateSignup(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The signup breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/signups/${signupId}`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<Partial<Signup> & Partial<Success>>('object'),
    },
    options,
  );
}
