import type { DocumentPayload } from '../../schemas/media-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { document } from '../../messages/document.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A document and its recipient. */
export type SendDocumentParams = SendParams & DocumentPayload;

/**
 * Sends a document, by the id of an upload or by a link. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Document messages".
 *
 * @example
 * await sendDocument(client, { to: '+5511987654321', id: '1037543291543636', filename: 'boarding-pass.pdf' }); // { wamid: 'wamid.…', … }
 */
export const sendDocument = async (
  client: Client,
  { id, link, caption, filename, ...rest }: SendDocumentParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...document({ id, link, caption, filename } as DocumentPayload) }, options);
