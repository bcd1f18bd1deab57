import { UsageError } from '../../../errors/usage-error.ts';
import { validateCallback } from '../../../schemas/phone-number.ts';
import type { Success, WabaTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../../transport/transport.ts';

/** Whose webhooks, and where they go. */
export interface SubscribeAppParams extends WabaTarget {
  /** An https URL of up to 200 characters that gets the account's message webhooks instead of the app's own URL. Left out: the app's URL. */
  readonly override_callback_uri?: string | undefined;
  /** What Meta's check of the URL will carry in `hub.verify_token`. */
  readonly verify_token?: string | undefined;
}

/**
 * Subscribes the app of the access token to the webhooks of an account. Without it nothing arrives, however the app is set up.
 * Called again without an override, it takes the override away.
 *
 * Source: Meta, "Subscribed Apps API", "Webhook overrides".
 *
 * @example
 * await subscribeApp(client); // { success: true }
 */
export function subscribeApp(
  client: Client,
  { wabaId, ...override }: SubscribeAppParams = {},
  options?: CallOptions,
): Promise<Success> {
  const issues = override.override_callback_uri === undefined ? [] : validateCallback(override);
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/subscribed_apps`,
      body: jsonBody(override),
      idempotency: 'unsafe',
      sensitive: [override.verify_token].filter((token) => token !== undefined),
      parse: parseSuccess,
    },
    options,
  );
}
