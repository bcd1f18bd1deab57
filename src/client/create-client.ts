import type { ErrorCodeInfo } from '../errors/codes.ts';
import { appSecretProof } from '../transport/app-secret-proof.ts';
import { createDefaultEngine, createNodeEngine } from '#node-engine';
import { kyEngine } from '../transport/engines/ky.ts';
import { cloudApi } from '../transport/hosts/cloud-api.ts';
import { http } from '../transport/http.ts';
import type { Client } from '../transport/interface.ts';
import { bindOperations, type Operations } from './bind.ts';
import { checkOptions } from './check-options.ts';
import { assemble, toClient, type CoreClient } from './create-core-client.ts';
import { logAttempts } from './log-attempts.ts';
import type { ClientOptions, CloudApiClientOptions } from './options.ts';

/** A client with every operation bound to it. It can also be given to operations that are called as functions. */
export interface WhatsAppClient extends CoreClient, Operations {}

/** Says what a code means, with the table that is loaded when the first call is refused. */
async function explainCode(code: number, subcode?: number): Promise<ErrorCodeInfo | undefined> {
  const { describeErrorCode } = await import('../errors/codes.ts');
  return describeErrorCode(code, subcode);
}

function toCloudApiClient(options: CloudApiClientOptions): Client {
  const { accessToken, apiVersion, baseUrl, allowedHosts, appSecret, fetch, agent, logger, ...rest } =
    options;
  const { messagesPerSecond, maxQueueTime, retry, timeout, totalTimeout, ...more } = rest;
  const { onAttempt = logger && logAttempts(logger), ...config } = more;
  const host = cloudApi({
    accessToken,
    apiVersion,
    baseUrl,
    allowedHosts,
    appSecretProof: appSecret === undefined ? undefined : appSecretProof(appSecret),
  });
  const portable = kyEngine({ fetch });
  const engine = agent ? createNodeEngine({ agent }) : fetch ? portable : createDefaultEngine(portable);
  const transport = http({
    host,
    engine,
    messagesPerSecond,
    maxQueueTime,
    retry,
    timeout,
    totalTimeout,
    onAttempt,
    explainCode,
  });
  return toClient({ ...config, transport });
}

/**
 * Makes a client for one business account. It holds no connection and needs no closing.
 *
 * Throws `UsageError` that names every option which cannot work, its problem and the fix.
 *
 * @example
 * const wa = createClient({ accessToken, phoneNumberId });
 * await wa.messages.sendText({ to: '+5511987654321', body: 'On its way' }); // { wamid: 'wamid.…', … }
 *
 * @example
 * const wa = createClient(emulator.clientOptions); // or { transport: http({ host, engine, retry }), phoneNumberId }
 */
export function createClient(options: ClientOptions): WhatsAppClient {
  checkOptions(options);
  const client = options.transport === undefined ? toCloudApiClient(options) : toClient(options);
  return assemble(client, bindOperations);
}
