export { WebhookError, isWebhookError } from '../errors/webhook-error.ts';
export type { WebhookErrorReason } from '../errors/webhook-error.ts';
export { toFastify } from './adapters/fastify.ts';
export type {
  FastifyReply,
  FastifyRequest,
  FastifyScope,
  FastifyWebhookOptions,
} from './adapters/fastify.ts';
export { toLambda } from './adapters/lambda.ts';
export type { LambdaEvent, LambdaResult } from './adapters/lambda.ts';
export { toExpress, toNodeListener } from './adapters/node.ts';
export type { NodeListener, NodeRequest, NodeResponse, NodeResponseStream } from './adapters/node.ts';
export { toFetch, toHono, toNextRoute, toWorker } from './adapters/web.ts';
export type { FetchFunction, HonoContext, WorkerContext } from './adapters/web.ts';
export { verifyChallenge } from './receiver/verify-challenge.ts';
export type { VerifyChallengeParams } from './receiver/verify-challenge.ts';
export type { CallHeaders } from './call-headers.ts';
export type { EventContext } from './receiver/event-context.ts';
export type { WebhookHandlers } from './receiver/webhook-handlers.ts';
export { eventKey, type EventKeyContext } from './events/event-key.ts';
export type {
  RawAccountAlert,
  AccountAlertEvent,
  AccountReviewEvent,
  RawAccountSettings,
  AccountSettingsEvent,
  RawBusinessCapability,
  BusinessCapabilityEvent,
  RawPartnerSolution,
  PartnerSolutionEvent,
  RawPaymentConfiguration,
  PaymentConfigurationEvent,
} from './events/account.ts';
export type {
  RawWabaInfo,
  RawViolationInfo,
  RawRestriction,
  OfNumber,
  OfWaba,
  AccountUpdateBlocks,
  AccountUpdateBase,
  AccountUpdateEvent,
} from './events/account-update.ts';
export type { EventBase, UnknownEvent, RawObject } from './events/base.ts';
export type { CallEvent, RawCall } from './events/calls.ts';
export type { ConsentReader } from './consent/consent-reader.ts';
export { loadConsentReader } from './consent/load-consent-reader.ts';
export type { ConsentEvent, ConsentWordChoice, ConsentWords, RawUserPreference } from './events/consent.ts';
export type { MessageEchoEvent, StandbyEchoEvent, RawStandbyEcho } from './events/echoes.ts';
export type { PlatformErrorEvent } from './events/error.ts';
export type { WebhookEvent, WebhookEventKind, WebhookEventOf } from './events/event.ts';
export type { FlowEvent, RawFlow } from './events/flow.ts';
export type {
  RawGroupParticipant,
  RawGroupSetting,
  RawGroupUpdate,
  GroupBase,
  GroupLifecycleEvent,
  GroupParticipantsEvent,
  GroupSettingsEvent,
  GroupStatusEvent,
} from './events/groups.ts';
export type { HandoverEvent, RawControl, RawHandover } from './events/handovers.ts';
export type { HistoryMessageEvent, HistoryThread, RawHistory, HistoryEvent } from './events/history.ts';
export type * from './events/message-content.ts';
export type { IncomingMessageEvent, MessageBase, StandbyMessageEvent, RawMessage } from './events/message.ts';
export type {
  RawPhoneNumberQuality,
  PhoneNumberQualityEvent,
  RawPhoneNumberName,
  PhoneNumberNameEvent,
  RawSecurity,
  SecurityEvent,
  RawBusinessUsername,
  BusinessUsernameEvent,
} from './events/phone-number.ts';
export type * from './events/shared.ts';
export type {
  MessageStatus,
  RawCost,
  RawPricing,
  RawConversation,
  RawStatus,
  StatusBase,
  StatusEvent,
  StandbyStatusEvent,
  RawPayment,
  RawAmount,
  RawRefund,
  PaymentStatusEvent,
  CallStatusEvent,
} from './events/status.ts';
export type {
  RawTemplate,
  TemplateBase,
  RawTemplateStatus,
  TemplateStatusEvent,
  RawTemplateQuality,
  TemplateQualityEvent,
  RawTemplateComponents,
  TemplateComponentsEvent,
  RawTemplateCategory,
  TemplateCategoryEvent,
  RawTemplateCategoryDetection,
  TemplateCategoryDetectionEvent,
} from './events/template.ts';
export type { UserActionEvent, UserActionType, RawLinkClick, RawUserAction } from './events/user-action.ts';
export type { AboutUser, FromUser, UserIds } from './events/user.ts';
export type {
  RawIdChange,
  RawUserIdUpdate,
  UserIdChangeEvent,
  RawStateSync,
  ContactSyncEvent,
  RawAutomaticEvent,
  ConversionEvent,
} from './events/users.ts';
export { createWebhookHandler } from './receiver/handler.ts';
export type {
  PerTenant,
  WebhookTenant,
  WebhookAnswer,
  RequestHandler,
  WebhookCall,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenantRequest,
} from './receiver/handler-options.ts';
export type { WebhookEventTrace, WebhookTrace } from './receiver/hooks.ts';
export { parseWebhook } from './events/parse-webhook.ts';
export type { WebhookLogger } from './receiver/webhook-logger.ts';
export { signPayload, verifySignature } from './receiver/signature.ts';
export type { VerifySignatureParams } from './receiver/signature.ts';
export { reduceStatus } from './events/reduce-status.ts';
export type { DeliveryStep, StatusState, StatusStep } from './events/reduce-status.ts';
export type { AcquireResult, IdempotencyStore } from './idempotency/idempotency-store.ts';
export {
  createMemoryIdempotencyStore,
  type MemoryIdempotencyStoreOptions,
} from './idempotency/create-memory-idempotency-store.ts';
export {
  createMemorySendTrackerStore,
  type MemorySendTrackerStoreOptions,
} from './send-tracker/create-memory-send-tracker-store.ts';
export type { QueueFailure } from './queue/describe-failure.ts';
export type { ProcessContext } from './queue/process-context.ts';
export type {
  DeadLetter,
  EnqueuedWebhook,
  QueuedWebhook,
  QueueStats,
  ReceivedWebhook,
  WebhookLease,
  WebhookQueue,
} from './queue/webhook-queue.ts';
export {
  queueRetryDelay,
  startQueueWorker,
  type QueueWorker,
  type QueueWorkerOptions,
} from './queue/start-queue-worker.ts';
export type { Recorder } from './recorder/recorder.ts';
export { recordWebhooks, type RecordWebhooksOptions } from './recorder/record-webhooks.ts';
export { formatRecordedWebhook, parseRecordedWebhook } from './recorder/recorded-webhook.ts';
export {
  createSendTracker,
  type SendTrackerStore,
  type SettledSend,
  type SendTracker,
} from './send-tracker/create-send-tracker.ts';
