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
  toSnakeCaseKeys,
} from '../../../transport/transport.ts';

/** A signup as Meta stores it. */
export interface Signup {
  readonly id: string;
  /** `ACTIVE` or `DISABLED`. */
  readonly status?: string | undefined;
  readonly signup_message?: string | undefined;
  readonly confirmation_message?: string | undefined;
  readonly privacy_policy_url?: string | undefined;
  readonly website_url?: string | undefined;
  readonly promo_code?: string | undefined;
  readonly display_name?: string | undefined;
}

/** Parameters of `createSignup`. */
export interface CreateSignupParams extends WabaTarget, SignupFields {
  /** Accepts the terms of signups; needed for the first signup of an account. */
  readonly policy?: { readonly tos: string; readonly accepted: boolean } | undefined;
}

/**
 * Creates a page in WhatsApp where people sign up for messages of a business: `https://wa.me/<phone>/signup/<id>`. A signup cannot be
 * deleted, only disabled.
 *
 * Throws `UsageError` if a text or the promo code breaks a limit.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * await createSignup(client, { signupMessage: 'News and offers', privacyPolicyUrl: 'https://shop.example/privacy' }); // { id: '…' }
 */
export async function createSignup(
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
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseResponse<Signup>({ id: 'string' }),
    },
    options,
  );
}
