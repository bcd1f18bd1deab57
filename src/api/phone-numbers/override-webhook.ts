import { UsageError } from '../../errors/usage-error.ts';
import { validateCallback } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Where the webhooks of one number go. */
export interface OverrideNumberWebhookParams extends NumberTarget {
  /** An https URL of up to 200 characters; an empty string takes the override away. */
  readonly override_callback_uri: string;
  /** What Meta's check of the URL will carry in `hub.verify_token`. */
  readonly verify_token?: string | undefined;
}

/**
 * Sends the message webhooks of one number to another URL than the account's or the app's. Meta checks the URL at once.
 *
 * Source: Meta, "Webhook overrides".
 *
 * @example
 * await overrideWebhook(client, { override_callback_uri: 'https://shop.example/wa', verify_token: 'a-long-secret' }); // { success: true }
 */
export function overrideWebhook(
  client: Client,
  { phoneNumberId, ...configuration }: OverrideNumberWebhookParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validateCallback(configuration);
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}`,
      body: jsonBody({ webhook_configuration: configuration }),
      idempotency: 'unsafe',
      sensitive: [configuration.verify_token].filter((token) => token !== undefined),
      parse: parseSuccess,
    },
    options,
  );
}
