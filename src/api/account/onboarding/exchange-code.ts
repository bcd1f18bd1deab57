import type { AppTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, parseResponse } from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** What Embedded Signup gave, and the app's own credentials. */
export interface ExchangeCodeParams extends AppTarget {
  /** The code that the signup window returned. It lives 30 seconds. */
  readonly code: string;
  readonly appSecret: string;
}

/** A token for the customer's account. Keep it as you keep a password. */
export interface BusinessToken {
  readonly access_token: string;
  readonly token_type?: string | undefined;
  /** Seconds that it lives; missing when it does not expire. */
  readonly expires_in?: number | undefined;
}

/**
 * Trades the code of an Embedded Signup for a business token, with which the customer's account is used.
 *
 * Source: Meta, "Embedded Signup".
 *
 * @example
 * const { access_token } = await exchangeCode(client, { code, appSecret }); // 'EAAJB…'
 */
export function exchangeCode(
  client: Client,
  params: ExchangeCodeParams,
  options?: CallOptions,
): Promise<BusinessToken> {
  const { code, appSecret } = params;
  return client.request(
    {
      method: 'GET',
      path: '/oauth/access_token',
      query: { client_id: getAppId(client, params), client_secret: appSecret, code },
      // The code works once: a repeated call would burn it.
      idempotency: 'unsafe',
      auth: 'none',
      sensitive: [code, appSecret],
      parse: parseResponse<BusinessToken>({ access_token: 'string' }),
    },
    options,
  );
}
