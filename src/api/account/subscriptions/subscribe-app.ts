import { UsageError } from '../../../errors/usage-error.ts';
import { validateCallback } from '../../../schemas/phone-number.ts';
import type { WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
  toSnakeCaseKeys,
} from '../../../transport/transport.ts';

/** Parameters of `subscribeApp`. */
export interface SubscribeAppParams extends WabaTarget {
  /** An https URL of up to 200 characters that receives the account's message webhooks. Default: the app's own URL. */
  readonly overrideCallbackUri?: string | undefined;
  /** The secret that Meta sends as `hub.verify_token` when it verifies the URL; needed with `overrideCallbackUri`. */
  readonly verifyToken?: string | undefined;
}

/**
 * Subscribes the app of the access token to the webhooks of an account. Without this call no webhook arrives. A second call without an
 * override removes the override.
 *
 * Throws `UsageError` if the URL does not begin with `https://` or is longer than 200 characters.
 *
 * Source: Meta, "Subscribed Apps API", "Webhook overrides".
 *
 * @example
 * await subscribeApp(client);
 */
export async function subscribeApp(
  client: Client,
  { wabaId, ...override }: SubscribeAppParams = {},
  options?: CallOptions,
): Promise<void> {
  const issues =
    override.overrideCallbackUri === undefined ? [] : validateCallback(override, 'overrideCallbackUri');
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/subscribed_apps`,
      body: jsonBody(toSnakeCaseKeys(override)),
      idempotency: 'unsafe',
      sensitive: [override.verifyToken].filter((token) => token !== undefined),
      parse: parseSuccess,
    },
    options,
  );
}
