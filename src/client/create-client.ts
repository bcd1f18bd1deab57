import { describeErrorCode } from '../errors/codes.ts';
import { appSecretProof } from '../transport/app-secret-proof.ts';
import type { Client } from '../transport/transport.ts';
import { bindOperations, type Operations } from './bind.ts';
import { checkOptions } from './check-options.ts';
import { createCoreClient } from './create-core-client.ts';
import { logAttempts } from './log-attempts.ts';
import type { ClientOptions } from './options.ts';

/** A client with every operation bound to it. It can also be given to operations that are called as functions. */
export interface WhatsAppClient extends Client, Operations {}

/**
 * Makes a client for one business account. It holds no connection and needs no closing.
 *
 * Throws a UsageError that names every option which cannot work, its problem and the fix.
 *
 * @example
 * const wa = createClient({ accessToken, phoneNumberId });
 * await wa.messages.sendText({ to: '+5511987654321', body: 'On its way' }); // { wamid: 'wamid.…', … }
 */
export function createClient(options: ClientOptions): WhatsAppClient {
  checkOptions(options);
  const { appSecret, logger, ...rest } = options;
  const client = createCoreClient({
    explainCode: describeErrorCode,
    ...(appSecret !== undefined && { appSecretProof: appSecretProof(appSecret, options.accessToken) }),
    ...(logger && { onAttempt: logAttempts(logger) }),
    ...rest,
  });
  return { ...client, ...bindOperations(client) };
}
