import { UsageError, usageError } from '../../errors/usage-error.ts';
import { defaultApiVersion } from '../../shared/version.ts';
import type { Host } from '../interface.ts';
import { checkHost, isBaseUrl } from './trusted-hosts.ts';

/** How to reach Meta's Cloud API. */
export interface CloudApiOptions {
  /**
   * The access token, of a system user on servers. A function is called for each attempt, so that a token can be rotated. It goes to
   * Meta's hosts only, and never into an error or a log.
   */
  readonly accessToken: string | (() => string | Promise<string>);
  /** The Graph API version. Default `v26.0`. */
  readonly apiVersion?: string | undefined;
  /** Where the API is, with a base path where a proxy needs one, and without the version. Default `https://graph.facebook.com`. */
  readonly baseUrl?: string | undefined;
  /** Further hosts that may get the access token, such as `media.example.com`. Default: none. */
  readonly allowedHosts?: readonly string[] | undefined;
  /**
   * Returns the `appsecret_proof` of a token, for apps that demand it: `appSecretProof(appSecret)` makes the function. The proof is sent
   * with each call to the API itself, never to media hosts. Default: none.
   */
  readonly appSecretProof?: ((accessToken: string) => Promise<string>) | undefined;
}

function checkToken(token: unknown): asserts token is string {
  if (typeof token !== 'string' || !token)
    throw usageError('accessToken', 'is missing; create one for a system user of the business');
  if (!/^[!-~]+$/.test(token))
    throw usageError('accessToken', 'should be a token without spaces or line breaks');
}

async function readToken(accessToken: () => string | Promise<string>): Promise<string> {
  try {
    return await accessToken();
  } catch (cause) {
    throw new UsageError({ summary: 'Nothing was sent: the function accessToken failed.', cause });
  }
}

/**
 * Makes the host of Meta's own Cloud API, for `http()`. Throws `UsageError` for a missing token, a malformed version, and a base URL that
 * the token must not go to.
 *
 * Source: Meta, "Cloud API" and "Secure Graph API calls".
 *
 * @example
 * const transport = http({ host: cloudApi({ accessToken }) });
 * const client = createCoreClient({ transport, phoneNumberId });
 */
export function cloudApi(options: CloudApiOptions): Host {
  const { accessToken, apiVersion = defaultApiVersion, baseUrl = 'https://graph.facebook.com' } = options;
  if (typeof accessToken !== 'function') checkToken(accessToken);
  if (!/^v\d+\.\d+$/.test(apiVersion))
    throw usageError('apiVersion', `is "${apiVersion}"; write it as ${defaultApiVersion}`);
  if (!isBaseUrl(baseUrl))
    throw usageError(
      'baseUrl',
      'should be https:// with a host name and without version, query and password',
    );
  const base = new URL(baseUrl);
  const root = `${base.href.replace(/\/$/, '')}/${apiVersion}`;
  return {
    name: 'cloudApi',
    url({ path, host }) {
      const url = new URL(path.startsWith('/') ? root + path : path);
      if (host === 'api') url.hostname = url.hostname.replace('graph.', 'api.');
      return url;
    },
    async authorize(url, { path, auth = 'Bearer' }) {
      checkHost(url, base, options.allowedHosts);
      const token = typeof accessToken === 'function' ? await readToken(accessToken) : accessToken;
      checkToken(token);
      const proof = path.startsWith('/') ? await options.appSecretProof?.(token) : undefined;
      return {
        headers: { ...(auth !== 'none' && { authorization: `${auth} ${token}` }) },
        query: proof === undefined ? undefined : { appsecret_proof: proof },
        secrets: [token, proof ?? ''],
      };
    },
  };
}
