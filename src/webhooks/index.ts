export { WebhookError, isWebhookError } from '../errors/webhook-error.ts';
export type { WebhookErrorReason, WebhookFramework } from '../errors/webhook-error.ts';
export { toNodeListener } from './adapters/node.ts';
export type { NodeListener, NodeRequest } from './adapters/node.ts';
export { answerChallenge } from './challenge.ts';
export type { AnswerChallengeParams } from './challenge.ts';
export type { WebhookHandlers } from './dispatch.ts';
export { eventKey } from './event-key.ts';
export type { PlatformErrorEvent } from './events/error.ts';
export type { WebhookEvent, WebhookEventKind, WebhookEventOf } from './events/event.ts';
export type * from './events/message-content.ts';
export type { IncomingMessageEvent, WireMessage } from './events/message.ts';
export type * from './events/shared.ts';
export type {
  MessageStatus,
  StatusEvent,
  WireConversation,
  WirePricing,
  WireStatus,
} from './events/status.ts';
export type { EventBase, UnknownEvent } from './events/base.ts';
export { createWebhookHandler } from './handler.ts';
export type {
  PerTenant,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenantRequest,
} from './handler-options.ts';
export { parseWebhook } from './parse-webhook.ts';
export type { ClaimState, ClaimStore, Inbox, ReceivedWebhook, Recorder, WebhookLogger } from './ports.ts';
export { signPayload, verifySignature } from './signature.ts';
export type { VerifySignatureParams } from './signature.ts';
