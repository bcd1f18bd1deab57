import { messageOperations } from '../api/messages/bind.ts';
import type { SendParams, SendResult } from '../api/messages/post-message.ts';
import { sendMessage } from '../api/messages/send-message.ts';
import { sendTemplate, type SendTemplateParams } from '../api/messages/send-template.ts';
import type { TemplateDefinition } from '../templates/definition.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import type { TemplateWithParameters } from '../templates/parameters.ts';
import { bind, type Bound, type CallOptions, type Client } from '../transport/transport.ts';

/** A defined template with its parameters, and whom it goes to. */
export type SendDefinedTemplateParams<Definition extends TemplateDefinition> = SendParams &
  TemplateWithParameters<Definition>;

/** The message operations as they look on a client. */
export interface BoundMessages extends Bound<typeof messageOperations> {
  /**
   * Sends an approved template: one that was made with `defineTemplate`, whose parameters are then checked at compile time and again
   * at run time, or any other by its name, language and raw components.
   *
   * @example
   * const parameters = { body: { name: 'Ana', order_id: 'A-17' } };
   * await wa.messages.sendTemplate({ to: '+5511987654321', template: orderUpdate, parameters }); // { wamid: 'wamid.…', … }
   * await wa.messages.sendTemplate({ to: '+5511987654321', name: 'hello_world', language: 'en_US' });
   */
  sendTemplate<const Definition extends TemplateDefinition>(
    params: SendDefinedTemplateParams<Definition>,
    options?: CallOptions,
  ): Promise<SendResult>;
  /** Sends any approved template by its name, language and raw components. */
  sendTemplate(params: SendTemplateParams, options?: CallOptions): Promise<SendResult>;
}

type AnyTemplateParams =
  | SendTemplateParams
  | (SendParams & { readonly template: TemplateDefinition; readonly parameters?: unknown });

/** Gives the message operations their client. */
export const bindMessages = (client: Client): BoundMessages => ({
  ...bind(client, messageOperations),
  // Asynchronous, so that parameters which do not fit reject as every other fault does.
  async sendTemplate(params: AnyTemplateParams, options?: CallOptions) {
    if (!('template' in params)) return sendTemplate(client, params, options);
    const { template, parameters, ...rest } = params;
    return sendMessage(
      client,
      { ...rest, type: 'template', template: fillTemplate(template, parameters) },
      options,
    );
  },
});
