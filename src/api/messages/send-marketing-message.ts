import { UsageError } from '../../errors/usage-error.ts';
import type { Issue } from '../../shared/issue.ts';
import { docsRoot } from '../../shared/meta.ts';
import { graphPath, getPhoneNumberId, type CallOptions, type Client } from '../../transport/transport.ts';
import type { MessageEnvelope } from '../../schemas/message.ts';
import type { TemplatePayload } from '../../schemas/template-message.ts';
import { template, type TemplateParams } from '../../messages/template.ts';
import { getTexts } from './get-texts.ts';
import { sendEndpoint, toMessageBody, type SendParams, type SendResult } from './post-message.ts';
import { loadMessageCheck } from './check-message.ts';
import { toRecipientFields } from './recipient.ts';

/** The content that `templateMessage` of `wabakit/templates` builds from a defined template. */
interface TemplateContent {
  /** The only kind of message that Meta optimizes. */
  readonly type: 'template';
  /** Name, language and values of an approved marketing template, in Meta's spelling. */
  readonly template: TemplatePayload;
}

/** How Meta may deliver a marketing message. */
export interface MarketingMessageOptions {
  /** `CLOUD_API_FALLBACK` sends through the Cloud API if the message is not eligible; `STRICT` refuses it. Default: Meta's. */
  readonly productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT' | undefined;
  /** Whether Meta may use the answers to improve delivery. Default: the account's setting. */
  readonly messageActivitySharing?: boolean | undefined;
  /** Multiplies the bid of this message; above 0. Default: Meta's, 1. */
  readonly bidMultiplier?: number | undefined;
}

/** An approved marketing template, by name or as `templateMessage` builds it, its recipient, and how Meta may deliver it. */
export type SendMarketingMessageParams = SendParams &
  (TemplateParams | TemplateContent) &
  MarketingMessageOptions;

/** The envelope and the template, however it was given. */
function toContent(message: MessageEnvelope & (TemplateParams | TemplateContent)) {
  if ('template' in message) return message;
  const { name, language, components, ...envelope } = message;
  return { ...envelope, ...template({ name, language, components }) };
}

/**
 * Sends a template of the category marketing through the Marketing Messages API, which chooses the users that it reaches best. Statuses and
 * result are those of every other send. Throws as `sendMessage` does.
 *
 * Source: Meta, "Send marketing messages"; changelog of August and September 2026 for user ids and bids.
 *
 * @example
 * await sendMarketingMessage(client, { to: '+5511987654321', name: 'summer_sale', language: 'pt_BR', productPolicy: 'STRICT' });
 * // { wamid: 'wamid.…', … }
 * await sendMarketingMessage(client, { to: '+5511987654321', ...templateMessage(summerSale, { body: ['Ana'] }) });
 */
export async function sendMarketingMessage(
  client: Client,
  params: SendMarketingMessageParams,
  options?: CallOptions,
): Promise<SendResult> {
  const { to, waId, recipient, group, phoneNumberId, ...rest } = params;
  const { productPolicy, messageActivitySharing, bidMultiplier, ...message } = rest;
  const address = toRecipientFields(
    { to, waId, recipient, group } as SendParams,
    client.config.defaultCountry,
  );
  const body = toMessageBody(address, toContent(message));
  const issues: Issue[] = (await loadMessageCheck())(body);
  if (bidMultiplier !== undefined && !(bidMultiplier > 0)) {
    const docs = `${docsRoot}/marketing-messages/send-marketing-messages`;
    issues.push({ path: 'bidMultiplier', message: 'is not above 0', docs });
  }
  if (issues.length > 0) {
    throw new UsageError({
      summary: 'Nothing was sent: WhatsApp does not accept this message.',
      issues,
    });
  }
  const marketing = {
    ...body,
    ...(productPolicy && { product_policy: productPolicy }),
    ...(messageActivitySharing !== undefined && { message_activity_sharing: messageActivitySharing }),
    ...(bidMultiplier !== undefined && { bid_spec: { per_message_bid_multiplier: bidMultiplier } }),
  };
  const edge = graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/marketing_messages`;
  const endpoint = sendEndpoint(client, phoneNumberId, marketing, getTexts(message));
  return client.request({ ...endpoint, path: edge }, options);
}
