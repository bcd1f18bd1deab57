import { baseMessageOperations } from '../api/messages/bind.ts';
import {
  sendMarketingMessage,
  type MarketingMessageOptions,
  type SendMarketingMessageParams,
} from '../api/messages/send-marketing-message.ts';
import type { SendParams, SendResult } from '../api/messages/post-message.ts';
import { sendMessage } from '../api/messages/send-message.ts';
import { sendTemplate, type SendTemplateParams } from '../api/messages/send-template.ts';
import { usageError } from '../errors/usage-error.ts';
import { messageDocs } from '../schemas/message-docs.ts';
import type { TemplateDefinition } from '../templates/definition.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import type { TemplateWithParameters } from '../templates/parameters.ts';
import type { CallOptions, Client } from '../transport/transport.ts';
import { bindRoom } from './bind-room.ts';
import type { BaseMessageOperations } from './operations/messages.ts';

/** A template made with `defineTemplate`, its parameters, and the recipient. */
export type SendDefinedTemplateParams<Definition extends TemplateDefinition> = SendParams &
  TemplateWithParameters<Definition>;

/** Sends messages and marks received ones as read. */
export interface MessageOperations extends BaseMessageOperations {
  /**
   * Sends any approved template by its name, language and raw components. Rejects as `send` does.
   *
   * Source: Meta, "Template messages".
   *
   * @example
   * await wa.messages.sendTemplate({ to: '+5511987654321', name: 'hello_world', language: 'en_US' }); // { wamid: 'wamid.…', … }
   */
  sendTemplate(params: SendTemplateParams, options?: CallOptions): Promise<SendResult>;
  // Last, because the compiler explains the last overload first: it names the parameter that is missing or misspelt.
  /**
   * Sends an approved template that was made with `defineTemplate`. Its parameters are checked at compile time and again at run time: a
   * missing or misspelt one is a `UsageError`. Rejects as `send` does.
   *
   * Source: Meta, "Template messages".
   *
   * @example
   * const parameters = { body: { name: 'Ana', order_id: 'A-17' } };
   * await wa.messages.sendTemplate({ to: '+5511987654321', template: orderUpdate, parameters }); // { wamid: 'wamid.…', … }
   */
  sendTemplate<const Definition extends TemplateDefinition>(
    params: SendDefinedTemplateParams<Definition>,
    options?: CallOptions,
  ): Promise<SendResult>;
  /**
   * Sends a marketing template by its name, language and raw components, or as `templateMessage` builds it, through the Marketing Messages API,
   * which chooses the users that it reaches best. Rejects as `send` does.
   *
   * Source: Meta, "Send marketing messages"; changelog of August and September 2026 for user ids and bids.
   *
   * @example
   * await wa.messages.sendMarketingMessage({ to: '+5511987654321', name: 'summer_sale', language: 'pt_BR', productPolicy: 'STRICT' });
   * // { wamid: 'wamid.…', … }
   */
  sendMarketingMessage(params: SendMarketingMessageParams, options?: CallOptions): Promise<SendResult>;
  /**
   * Sends a marketing template that was made with `defineTemplate` through the Marketing Messages API. Its parameters are checked at compile time
   * and again at run time. Rejects as `send` does.
   *
   * Source: Meta, "Send marketing messages".
   *
   * @example
   * await wa.messages.sendMarketingMessage({ to: '+5511987654321', template: summerSale, parameters: { body: { name: 'Ana' } } });
   * // { wamid: 'wamid.…', … }
   */
  sendMarketingMessage<const Definition extends TemplateDefinition>(
    params: SendDefinedTemplateParams<Definition> & MarketingMessageOptions,
    options?: CallOptions,
  ): Promise<SendResult>;
}

type DefinedParams = SendParams & { readonly template: TemplateDefinition; readonly parameters?: unknown };
type AnyTemplateParams = SendTemplateParams | DefinedParams;
type AnyMarketingParams = SendMarketingMessageParams | (DefinedParams & MarketingMessageOptions);

/** What a definition always has, whatever else JavaScript may pass. */
const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && 'category' in value;

/** Puts the content that a definition and its parameters make in their place. */
function filled({ template, parameters, ...rest }: DefinedParams & MarketingMessageOptions) {
  if (!isDefinition(template)) {
    const message =
      'must be a definition made with defineTemplate; to send a template by its name, pass name and language';
    throw usageError('template', message, { docs: messageDocs('template') });
  }
  return { ...rest, type: 'template' as const, template: fillTemplate(template, parameters) };
}

/** Gives the message operations their client. */
export const bindMessages = (client: Client): MessageOperations => ({
  ...bindRoom(client, baseMessageOperations),
  // Asynchronous, so that parameters which do not fit reject as every other mistake does.
  async sendTemplate(given: AnyTemplateParams, options?: CallOptions) {
    const params = { ...given };
    if (!('template' in params)) return sendTemplate(client, params, options);
    return sendMessage(client, filled(params), options);
  },
  async sendMarketingMessage(given: AnyMarketingParams, options?: CallOptions) {
    const params = { ...given };
    const isBuilt = !('template' in params) || 'type' in params;
    return sendMarketingMessage(client, isBuilt ? params : filled(params), options);
  },
});
