import { UsageError } from '../../../errors/usage-error.ts';
import { type SignupFields, validateSignup } from '../../../schemas/signup.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../../transport/transport.ts';

/** A signup as Meta keeps it. */
export interface Signup extends SignupFields {
  readonly id: string;
  /** `ACTIVE` or `DISABLED`. */
  readonly status?: string | undefined;
}

/** A new signup. */
export interface CreateSignupParams extends WabaTarget, SignupFields {
  /** Needed for the first one of an account: that its terms are accepted. */
  readonly policy?: { readonly tos: string; readonly accepted: boolean } | undefined;
}

/**
 * Creates a page in WhatsApp where people sign up for messages of a business: `https://wa.me/<phone>/signup/<id>`. It cannot be deleted,
 * only disabled.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * await createSignup(client, { signup_message: 'News and offers', privacy_policy_url: 'https://shop.example/privacy' }); // { id: '…' }
 */
export function createSignup(
  client: Client,
  { wabaId, ...body }: CreateSignupParams,
  options?: CallOptions,
): Promise<Signup> {
  const issues = validateSignup(body);
  if (issues.length > 0) throw new UsageError({ summary: 'The signup breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/signups`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<Signup>({ id: 'string' }),
    },
    options,
  );
}
