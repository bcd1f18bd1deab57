export { createCoreClient, type CoreClient } from './client/create-core-client.ts';
export { createClient, type WhatsAppClient } from './client/create-client.ts';
export type { Operations } from './client/bind.ts';
export type { ClientOptions, CloudApiClientOptions, CoreClientOptions, Logger } from './client/options.ts';

export { ApiError, isApiError } from './errors/api-error.ts';
export { WabakitError, isWabakitError, type ErrorKind } from './errors/base-error.ts';
export type { ErrorCodeKind, RetryAdvice } from './errors/code-types.ts';
export { describeErrorCode, type ErrorCodeInfo } from './errors/codes.ts';
export { OutcomeUnknownError, isOutcomeUnknownError } from './errors/outcome-unknown-error.ts';
export { ResponseShapeError, isResponseShapeError } from './errors/response-shape-error.ts';
export { TransportError, isTransportError, type TransportErrorReason } from './errors/transport-error.ts';
export { UsageError, isUsageError, type Issue } from './errors/usage-error.ts';

export { isBsuid } from './shared/ids.ts';
export type { Bsuid, MediaId, PhoneNumberId, WabaId, WaId, Wamid } from './shared/ids.ts';
export { defaultApiVersion } from './shared/meta.ts';

export type { MessageContent, MessagePayload } from './schemas/message.ts';
export type { SendDefinedTemplateParams } from './client/bind-messages.ts';
export type { SendParams, SendResult } from './api/messages/post-message.ts';
export { recipientOf, type EventRecipient } from './api/messages/recipient-of.ts';
export { reply, type ReplyContent, type ReplyOptions } from './api/messages/reply.ts';
export type { AnswerableEvent, Recipient } from './shared/recipient.ts';
export type { SendMessageParams } from './api/messages/send-message.ts';
export type { SendTemplateParams } from './api/messages/send-template.ts';
export type { SendTextParams } from './api/messages/send-text.ts';
export type { CallOptions, Client, ClientConfig, Transport } from './transport/interface.ts';
export type { RetryOptions } from './transport/retry.ts';
