import type { AppTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, parseResponse } from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Parameters of `exchangeCode`. */
export interface ExchangeCodeParams extends AppTarget {
  /** The code that the signup window returned. It expires after 30 seconds. */
  readonly code: string;
  /** The secret of the app, from its dashboard; it never shows in errors or logs. */
  readonly appSecret: string;
}

/** A token for the customer's account. Store it like a password. */
export interface BusinessToken {
  readonly access_token: string;
  readonly token_type?: string | undefined;
  /** Seconds until it expires; missing if it does not expire. */
  readonly expires_in?: number | undefined;
}

/**
 * Exchanges the code of an Embedded Signup for a business token, which gives access to the customer's account. A code works once.
 *
 * Throws `UsageError` if neither the call nor the client names an app id.
 *
 * Source: Meta, "Embedded Signup".
 *
 * @example
 * const { access_token } = await exchangeCode(client, { code, appSecret }); // 'EAAJB…'
 */
export async function exchangeCode(
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
      // The code works once: a repeated call would fail.
      idempotency: 'unsafe',
      auth: 'none',
      sensitive: [code, appSecret],
      parse: parseResponse<BusinessToken>({ access_token: 'string' }),
    },
    options,
  );
}
