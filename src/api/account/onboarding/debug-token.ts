import { type CallOptions, type Client, parseResponse } from '../../../transport/transport.ts';

/** What a token may do. Times are seconds; 0 means never. */
export interface TokenInfo {
  readonly app_id: string;
  readonly is_valid: boolean;
  /** `USER`, `SYSTEM_USER`, `PAGE` … */
  readonly type?: string | undefined;
  readonly application?: string | undefined;
  readonly expires_at?: number | undefined;
  readonly data_access_expires_at?: number | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** Which accounts each permission covers. */
  readonly granular_scopes?:
    readonly { readonly scope: string; readonly target_ids?: readonly string[] | undefined }[] | undefined;
  readonly user_id?: string | undefined;
}

/** Parameters of `debugToken`. */
export interface DebugTokenParams {
  /** The access token to inspect; it never shows in errors or logs. */
  readonly inputToken: string;
}

/**
 * Returns what an access token may do and when it expires. A temporary token from the dashboard expires after 24 hours.
 *
 * Source: Meta, "Access tokens".
 *
 * @example
 * (await debugToken(client, { inputToken })).expires_at; // 0: it does not expire
 */
export async function debugToken(
  client: Client,
  params: DebugTokenParams,
  options?: CallOptions,
): Promise<TokenInfo> {
  return client.request(
    {
      method: 'GET',
      path: '/debug_token',
      query: { input_token: params.inputToken },
      idempotency: 'safe',
      sensitive: [params.inputToken],
      parse: (reply) => parseResponse<{ data: TokenInfo }>({ data: { is_valid: 'boolean' } })(reply).data,
    },
    options,
  );
}
