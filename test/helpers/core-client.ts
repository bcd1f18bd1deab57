import { createCoreClient, type CoreClient } from '../../src/client/create-core-client.ts';
import { fetchEngine } from '../../src/transport/engines/fetch.ts';
import { cloudApi, type CloudApiOptions } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';
import type { HttpOptions } from '../../src/transport/http-over.ts';
import type { ClientConfig } from '../../src/transport/interface.ts';

interface CoreClientParams extends ClientConfig, CloudApiOptions, Omit<HttpOptions, 'host'> {
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** A core client of the Cloud API over the fetch engine, unless another is given. */
export function makeCoreClient(params: CoreClientParams): CoreClient {
  const { accessToken, apiVersion, baseUrl, allowedHosts, appSecretProof, fetch, ...rest } = params;
  const { messagesPerSecond, maxQueueTime, retry, timeout, totalTimeout, ...more } = rest;
  const { onAttempt, explainCode, ...configAndEngine } = more;
  const pace = { messagesPerSecond, maxQueueTime };
  const host = cloudApi({ accessToken, apiVersion, baseUrl, allowedHosts, appSecretProof });
  const { engine = fetchEngine({ fetch }), ...config } = configAndEngine;
  const transport = http({ host, engine, ...pace, retry, timeout, totalTimeout, onAttempt, explainCode });
  return createCoreClient({ ...config, transport });
}
