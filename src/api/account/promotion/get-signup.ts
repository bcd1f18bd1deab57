import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import type { Signup } from './create-signup.ts';

/** Parameters of `getSignup`. */
export interface GetSignupParams {
  /** The id of the signup, from `createSignup` or `listSignups`. */
  readonly signupId: string;
}

/**
 * Returns one in-app signup.
 *
 * Source: in-app signup as quoted by third parties, 2026; confidence: likely.
 *
 * @example
 * (await getSignup(client, { signupId: '1234' })).status; // 'ACTIVE'
 */
export async function getSignup(
  client: Client,
  params: GetSignupParams,
  options?: CallOptions,
): Promise<Signup> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/signups/${params.signupId}`,
      idempotency: 'safe',
      parse: parseResponse<Signup>({ id: 'string' }),
    },
    options,
  );
}
