import { UsageError } from '../../errors/usage-error.ts';
import { validateCallback } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `overrideWebhook`. */
export interface OverrideWebhookParams extends NumberTarget {
  /** An https URL of up to 200 characters; an empty string removes the override. */
  readonly overrideCallbackUri: string;
  /** The secret that Meta sends as `hub.verify_token` when it verifies the URL. */
  readonly verifyToken?: string | undefined;
}

/**
 * Sends the message webhooks of one number to its own URL instead of the URL of the account or the app. Meta verifies the URL during the
 * call.
 *
 * Throws `UsageError` if the URL does not begin with `https://` or is longer than 200 characters.
 *
 * Source: Meta, "Webhook overrides".
 *
 * @example
 * await overrideWebhook(client, { overrideCallbackUri: 'https://shop.example/wa', verifyToken: 'a-long-secret' });
 */
export async function overrideWebhook(
  client: Client,
  { phoneNumberId, ...configuration }: OverrideWebhookParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateCallback(configuration, 'overrideCallbackUri');
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}`,
      body: jsonBody({ webhook_configuration: toSnakeCaseKeys(configuration) }),
      idempotency: 'unsafe',
      sensitive: [configuration.verifyToken].filter((token) => token !== undefined),
      parse: parseSuccess,
    },
    options,
  );
}
