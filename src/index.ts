export { createBareClient } from './client/create-bare-client.ts';
export { createClient, type WhatsAppClient } from './client/create-client.ts';
export type { Operations } from './client/bind.ts';
export type { BareClientOptions, ClientOptions, Logger } from './client/options.ts';

export { ApiError, isApiError } from './errors/api-error.ts';
export { WabakitError, isWabakitError, type ErrorKind } from './errors/base-error.ts';
export type { ErrorCodeKind, RetryClass } from './errors/code-types.ts';
export { describeErrorCode, type ErrorCodeInfo } from './errors/codes.ts';
export { OutcomeUnknownError, isOutcomeUnknownError } from './errors/outcome-unknown-error.ts';
export { ResponseShapeError, isResponseShapeError } from './errors/response-shape-error.ts';
export { TransportError, isTransportError, type TransportFault } from './errors/transport-error.ts';
export { UsageError, isUsageError, type Issue } from './errors/usage-error.ts';

export { isBsuid } from './ids.ts';
export type { Bsuid, MediaId, PhoneNumberId, WabaId, WaId, Wamid } from './ids.ts';

export { audio } from './messages/build/audio.ts';
export { buttons, type ButtonsParams } from './messages/build/buttons.ts';
export { document } from './messages/build/document.ts';
export { image } from './messages/build/image.ts';
export type { InteractiveParts } from './messages/build/interactive-parts.ts';
export { reaction, type ReactionParams } from './messages/build/reaction.ts';
export { replyTo } from './messages/build/reply-to.ts';
export { sticker } from './messages/build/sticker.ts';
export { template, type TemplateParams } from './messages/build/template.ts';
export { text, type TextParams } from './messages/build/text.ts';
export { video } from './messages/build/video.ts';
export { markAsRead, type MarkAsReadParams } from './messages/mark-as-read.ts';
export type { SendParams, SendResult } from './messages/post-message.ts';
export type { Recipient } from './messages/recipient.ts';
export { sendAudio, type SendAudioParams } from './messages/send-audio.ts';
export { sendDocument, type SendDocumentParams } from './messages/send-document.ts';
export { sendImage, type SendImageParams } from './messages/send-image.ts';
export { sendMessage, type SendMessageParams } from './messages/send-message.ts';
export { sendReaction, type SendReactionParams } from './messages/send-reaction.ts';
export { sendSticker, type SendStickerParams } from './messages/send-sticker.ts';
export { sendTemplate, type SendTemplateParams } from './messages/send-template.ts';
export { sendText, type SendTextParams } from './messages/send-text.ts';
export { sendVideo, type SendVideoParams } from './messages/send-video.ts';

export type {
  InteractiveHeader,
  InteractivePayload,
  InteractiveText,
  ReplyButton,
  ReplyButtonsPayload,
} from './schemas/interactive.ts';
export type {
  AudioPayload,
  CaptionedMediaPayload,
  DocumentPayload,
  MediaPayload,
} from './schemas/media-message.ts';
export {
  validateMessage,
  type MessageContent,
  type MessageEnvelope,
  type MessagePayload,
  type ReactionPayload,
  type TextPayload,
} from './schemas/message.ts';
export type { TemplateComponent, TemplatePayload } from './schemas/template-message.ts';

export { appSecretProof } from './transport/app-secret-proof.ts';
export type { TryReport } from './transport/http.ts';
export type { Outcome } from './transport/outcome.ts';
export type { RetryOptions } from './transport/retry.ts';
export {
  bytesBody,
  formBody,
  jsonBody,
  multipartBody,
  paginate,
  path,
  shaped,
  streamBody,
  type Bound,
  type CallClass,
  type CallOptions,
  type Client,
  type ClientConfig,
  type Endpoint,
  type Page,
  type Query,
  type Reply,
  type RequestBody,
  type Shape,
  type Transport,
} from './transport/transport.ts';
export { defaultApiVersion } from './version.ts';
