import { UsageError } from '../../../errors/usage-error.ts';
import { validateCallback } from '../../../schemas/phone-number.ts';
import type { AppTarget, Success } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Where an app's webhooks go. */
export interface CreateAppSubscriptionParams extends AppTarget {
  /** An https URL. Meta checks it at once. */
  readonly callback_url: string;
  /** What Meta's check will carry in `hub.verify_token`. */
  readonly verify_token: string;
  /** Which webhooks: `messages`, `message_template_status_update` … */
  readonly fields: readonly string[];
}

/**
 * Sets the webhook URL of an app and the fields that it gets. The client's access token must be an app token (`<app id>|<app secret>`).
 *
 * Source: Meta, "Graph API: app subscriptions".
 *
 * @example
 * await createAppSubscription(client, { callback_url: 'https://shop.example/wa', verify_token, fields: ['messages'] }); // { success: true }
 */
export function createAppSubscription(
  client: Client,
  { callback_url, verify_token, fields, ...target }: CreateAppSubscriptionParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateCallback({ override_callback_uri: callback_url, verify_token });
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getAppId(client, target)}/subscriptions`,
      body: formBody({ object: 'whatsapp_business_account', callback_url, verify_token, fields }),
      idempotency: 'unsafe',
      sensitive: [verify_token],
      parse: parseSuccess,
    },
    options,
  );
}
