import type { CallOptions, Client } from '../../transport/transport.ts';
import { template, type TemplateParams } from '../../messages/template.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A template with its values, and the recipient. */
export type SendTemplateParams = SendParams & TemplateParams;

/**
 * Sends an approved template: the only kind of message that needs no open window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Template messages".
 *
 * @example
 * await sendTemplate(client, {
 *   to: '+5511987654321',
 *   name: 'order_update',
 *   language: 'en',
 *   components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ana' }] }],
 * }); // { wamid: 'wamid.…', … }
 */
export const sendTemplate = async (
  client: Client,
  { name, language, components, ...rest }: SendTemplateParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...template({ name, language, components }) }, options);
