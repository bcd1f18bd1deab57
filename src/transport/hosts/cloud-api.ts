import { usageError } from '../../errors/usage-error.ts';
import { defaultApiVersion, graphUrl } from '../../shared/meta.ts';
import type { Host } from '../interface.ts';
import { findBaseUrlProblem, findTokenProblem, findVersionProblem } from './cloud-api-problems.ts';
import { checkHost } from './trusted-hosts.ts';

/** Where Meta's Cloud API is, and the token for it. The short form of a client has the same options. */
export interface CloudApiAccess {
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
}

/** How to reach Meta's Cloud API. */
export interface CloudApiOptions extends CloudApiAccess {
  /**
   * Returns the `appsecret_proof` of a token, for apps that demand it: `appSecretProof(appSecret)` makes the function. The proof is sent
   * with each call to the API itself, never to media hosts. Default: none.
   */
  readonly appSecretProof?: ((accessToken: string) => Promise<string>) | undefined;
}

function check(option: string, problem: string | undefined): void {
  if (problem !== undefined) throw usageError(option, problem);
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
  const { accessToken, apiVersion = defaultApiVersion, baseUrl = graphUrl } = options;
  check('accessToken', findTokenProblem(accessToken));
  check('apiVersion', findVersionProblem(apiVersion));
  check('baseUrl', findBaseUrlProblem(baseUrl));
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
      const token = typeof accessToken === 'function' ? await accessToken() : accessToken;
      check('accessToken', findTokenProblem(token));
      const proof = path.startsWith('/') ? await options.appSecretProof?.(token) : undefined;
      return {
        headers: { ...(auth !== 'none' && { authorization: `${auth} ${token}` }) },
        query: { appsecret_proof: proof },
        secrets: [token, proof ?? ''],
      };
    },
  };
}
