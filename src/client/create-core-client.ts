import { usageError } from '../errors/usage-error.ts';
import { isBaseUrl } from '../transport/hosts.ts';
import { httpTransport } from '../transport/http.ts';
import type { Client } from '../transport/transport.ts';
import { defaultApiVersion } from '../shared/version.ts';
import type { CoreClientOptions } from './options.ts';

function requireOption(isGood: boolean, path: string, message: string): void {
  if (!isGood) throw usageError(path, message);
}

/**
 * Makes a client without bound operations: each operation is a function that takes it. A bundle then carries only what it calls.
 * Throws a UsageError for a missing token, a version that is none, and a base URL that the token must not go to.
 *
 * @example
 * const client = createCoreClient({ accessToken, phoneNumberId });
 * await sendText(client, { to: '+5511987654321', body: 'On its way' }); // { wamid: 'wamid.…', … }
 */
export function createCoreClient(options: CoreClientOptions): Client {
  const { phoneNumberId, wabaId, appId, businessPortfolioId, defaultCountry, retry } = options;
  const { apiVersion = defaultApiVersion, baseUrl = 'https://graph.facebook.com' } = options;
  requireOption(
    !!options.accessToken && /^[!-~]+$/.test(options.accessToken),
    'accessToken',
    'should be a string without blanks',
  );
  requireOption(
    /^v\d+\.\d+$/.test(apiVersion),
    'apiVersion',
    `is "${apiVersion}"; write it as ${defaultApiVersion}`,
  );
  requireOption(isBaseUrl(baseUrl), 'baseUrl', 'should be https:// and just a host name');
  return {
    config: { apiVersion, phoneNumberId, wabaId, appId, businessPortfolioId, defaultCountry },
    ...httpTransport({
      ...options,
      apiVersion,
      baseUrl: new URL(baseUrl),
      retry: retry === false ? { attempts: 1 } : (retry ?? {}),
    }),
  };
}
