import { UsageError } from '../../../errors/usage-error.ts';
import { type SignupFields, validateSignup } from '../../../schemas/signup.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../../transport/transport.ts';

/** Parameters of `updateSignup`. */
export interface UpdateSignupParams extends SignupFields {
  /** The id of the signup, from `createSignup` or `listSignups`. */
  readonly signupId: string;
  /** `DISABLED` closes the page to people, `ACTIVE` opens it. */
  readonly status?: 'ACTIVE' | 'DISABLED' | undefined;
}

/**
 * Changes, disables or enables an in-app signup. What is left out stays as it is.
 *
 * Throws `UsageError` if a text or the promo code breaks a limit.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * await updateSignup(client, { signupId: '1234', status: 'DISABLED' });
 */
export async function updateSignup(
  client: Client,
  { signupId, ...body }: UpdateSignupParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateSignup(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The signup breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/signups/${signupId}`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      // Third parties show both `success` and the signup itself as the reply.
      parse: (reply) => {
        if (!('id' in parseResponse<object>('object')(reply))) parseSuccess(reply);
      },
    },
    options,
  );
}
