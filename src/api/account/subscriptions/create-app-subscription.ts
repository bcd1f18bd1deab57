import { checkParams } from '../../../errors/check-params.ts';
import { UsageError } from '../../../errors/usage-error.ts';
import { validateCallback } from '../../../schemas/phone-number.ts';
import type { AppTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  formBody,
  graphPath,
  parseSuccess,
} from '../../../transport/transport.ts';
import { getAppId } from '../targets.ts';

/** Parameters of `createAppSubscription`. */
export interface CreateAppSubscriptionParams extends AppTarget {
  /** An https URL of up to 200 characters. Meta verifies it during the call. */
  readonly callbackUrl: string;
  /** The secret that Meta sends as `hub.verify_token` when it verifies the URL. */
  readonly verifyToken: string;
  /** The webhook fields to subscribe to: `messages`, `message_template_status_update` … */
  readonly fields: readonly string[];
}

/**
 * Sets the webhook URL of an app and the fields that are sent to it. The client's access token must be an app token (`<app id>|<app
 * secret>`).
 *
 * Throws `UsageError` if the URL does not begin with `https://`, is longer than 200 characters, or no app id is named.
 *
 * Source: Meta, "Graph API: app subscriptions".
 *
 * @example
 * await createAppSubscription(client, { callbackUrl: 'https://shop.example/wa', verifyToken, fields: ['messages'] });
 */
export async function createAppSubscription(
  client: Client,
  params: CreateAppSubscriptionParams,
  options?: CallOptions,
): Promise<void> {
  const { callbackUrl, verifyToken, fields, ...target } = checkParams('createAppSubscription', params, {
    callbackUrl: true,
    verifyToken: true,
    fields: 'list',
    appId: false,
  });
  const issues = validateCallback({ callbackUrl, verifyToken }, 'callbackUrl');
  if (issues.length > 0) throw new UsageError({ summary: 'The webhook URL is not valid.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getAppId(client, target)}/subscriptions`,
      body: formBody({
        object: 'whatsapp_business_account',
        callback_url: callbackUrl,
        verify_token: verifyToken,
        fields,
      }),
      idempotency: 'unsafe',
      sensitive: [verifyToken],
      parse: parseSuccess,
    },
    options,
  );
}
