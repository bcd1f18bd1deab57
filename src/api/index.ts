/**
 * Every operation as a function that takes a client first, so that a bundle carries only what it calls.
 *
 * @module
 */
export { markAsRead, type MarkAsReadParams } from './messages/mark-as-read.ts';
export type { SendParams, SendResult } from './messages/post-message.ts';
export { recipientOf, type EventRecipient } from './messages/recipient-of.ts';
export { reply, type ReplyContent, type ReplyOptions } from './messages/reply.ts';
export type { AnswerableEvent, Recipient } from '../shared/recipient.ts';
export { sendAudio, type SendAudioParams } from './messages/send-audio.ts';
export { sendContacts, type SendContactsParams } from './messages/send-contacts.ts';
export { sendDocument, type SendDocumentParams } from './messages/send-document.ts';
export { sendImage, type SendImageParams } from './messages/send-image.ts';
export { sendLocation, type SendLocationParams } from './messages/send-location.ts';
export {
  sendMarketingMessage,
  type MarketingMessageOptions,
  type SendMarketingMessageParams,
} from './messages/send-marketing-message.ts';
export { sendMessage, type SendMessageParams } from './messages/send-message.ts';
export { sendReaction, type SendReactionParams } from './messages/send-reaction.ts';
export { sendSticker, type SendStickerParams } from './messages/send-sticker.ts';
export { sendTemplate, type SendTemplateParams } from './messages/send-template.ts';
export { sendText, type SendTextParams } from './messages/send-text.ts';
export { sendVideo, type SendVideoParams } from './messages/send-video.ts';
export * from './account/index.ts';
export * from './blocked-users/index.ts';
export * from './business-profile/index.ts';
export * from './calls/index.ts';
export * from './commerce/index.ts';
export * from './flows/index.ts';
export * from './graph/index.ts';
export * from './groups/index.ts';
export * from './links/index.ts';
export * from './media/index.ts';
export * from './official-account/index.ts';
export * from './payments/index.ts';
export * from './phone-numbers/index.ts';
export * from './routing/index.ts';
export * from './templates/index.ts';
