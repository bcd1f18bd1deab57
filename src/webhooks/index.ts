export { WebhookError, isWebhookError } from '../errors/webhook-error.ts';
export type { WebhookErrorReason, WebhookFramework } from '../errors/webhook-error.ts';
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
export type { NodeListener, NodeRequest } from './adapters/node.ts';
export { toFetch, toHono, toNextRoute, toWorker } from './adapters/web.ts';
export type { FetchFunction, HonoContext, WorkerContext } from './adapters/web.ts';
export { answerChallenge } from './receiver/challenge.ts';
export type { AnswerChallengeParams } from './receiver/challenge.ts';
export type { WebhookHandlers } from './receiver/dispatch.ts';
export { eventKey } from './events/event-key.ts';
export type {
  WireAccountAlert,
  AccountAlertEvent,
  AccountReviewEvent,
  WireAccountSettings,
  AccountSettingsEvent,
  WireBusinessCapability,
  BusinessCapabilityEvent,
  WirePartnerSolution,
  PartnerSolutionEvent,
  WirePaymentConfiguration,
  PaymentConfigurationEvent,
} from './events/account.ts';
export type {
  WireWabaInfo,
  WireViolationInfo,
  WireRestriction,
  OfNumber,
  OfWaba,
  AccountUpdateBlocks,
  AccountUpdateBase,
  AccountUpdateEvent,
} from './events/account-update.ts';
export type { EventBase, UnknownEvent, WireObject } from './events/base.ts';
export type { CallEvent, WireCall } from './events/calls.ts';
export type { ConsentEvent, WireUserPreference } from './events/consent.ts';
export type { MessageEchoEvent, StandbyEchoEvent, WireStandbyEcho } from './events/echoes.ts';
export type { PlatformErrorEvent } from './events/error.ts';
export type { WebhookEvent, WebhookEventKind, WebhookEventOf } from './events/event.ts';
export type { FlowEvent, WireFlow } from './events/flow.ts';
export type {
  WireGroupParticipant,
  WireGroupSetting,
  WireGroupUpdate,
  GroupBase,
  GroupLifecycleEvent,
  GroupParticipantsEvent,
  GroupSettingsEvent,
  GroupStatusEvent,
} from './events/groups.ts';
export type { HandoverEvent, WireControl, WireHandover } from './events/handovers.ts';
export type { HistoryMessageEvent, HistoryThread, WireHistory, HistoryEvent } from './events/history.ts';
export type * from './events/message-content.ts';
export type {
  IncomingMessageEvent,
  MessageBase,
  StandbyMessageEvent,
  WireMessage,
} from './events/message.ts';
export type {
  WirePhoneNumberQuality,
  PhoneNumberQualityEvent,
  WirePhoneNumberName,
  PhoneNumberNameEvent,
  WireSecurity,
  SecurityEvent,
  WireBusinessUsername,
  BusinessUsernameEvent,
} from './events/phone-number.ts';
export type * from './events/shared.ts';
export type {
  MessageStatus,
  WirePricing,
  WireConversation,
  WireStatus,
  StatusBase,
  StatusEvent,
  StandbyStatusEvent,
  WirePayment,
  WireAmount,
  WireRefund,
  PaymentStatusEvent,
  CallStatusEvent,
} from './events/status.ts';
export type {
  WireTemplate,
  TemplateBase,
  WireTemplateStatus,
  TemplateStatusEvent,
  WireTemplateQuality,
  TemplateQualityEvent,
  WireTemplateComponents,
  TemplateComponentsEvent,
  WireTemplateCategory,
  TemplateCategoryEvent,
  WireTemplateCategoryDetection,
  TemplateCategoryDetectionEvent,
} from './events/template.ts';
export type { UserActionEvent, WireUserAction } from './events/user-action.ts';
export type { AboutUser, UserIds } from './events/user.ts';
export type {
  WireIdChange,
  WireUserIdUpdate,
  UserIdChangeEvent,
  WireStateSync,
  ContactSyncEvent,
  WireAutomaticEvent,
  ConversionEvent,
} from './events/users.ts';
export { createWebhookHandler } from './receiver/handler.ts';
export type {
  PerTenant,
  WebhookAnswer,
  WebhookCall,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookTenantRequest,
} from './receiver/handler-options.ts';
export type { WebhookEventTrace, WebhookTrace } from './receiver/hooks.ts';
export { parseWebhook } from './events/parse-webhook.ts';
export type {
  ClaimState,
  ClaimStore,
  Inbox,
  ReceivedWebhook,
  Recorder,
  WebhookLogger,
} from './receiver/ports.ts';
export { signPayload, verifySignature } from './receiver/signature.ts';
export type { VerifySignatureParams } from './receiver/signature.ts';
export { statusOrder } from './events/status-order.ts';
export type { DeliveryStep, StatusState, StatusStep } from './events/status-order.ts';
export {
  createMemoryClaimStore,
  type MemoryClaimStoreOptions,
} from './idempotency/create-memory-claim-store.ts';
export { createMemoryOutcomeStore } from './send-tracker/create-memory-outcome-store.ts';
export type { DeadWebhook, InboxItem, InboxStore } from './queue/inbox-store.ts';
export {
  inboxRetryDelay,
  startInboxWorker,
  type InboxWorker,
  type InboxWorkerOptions,
} from './queue/start-inbox-worker.ts';
export { recordWebhooks, type RecordWebhooksOptions } from './recorder/record-webhooks.ts';
export { formatRecordedWebhook, parseRecordedWebhook } from './recorder/recorded-webhook.ts';
export {
  settleUnknown,
  type OutcomeStore,
  type SettledSend,
  type UnknownSends,
} from './send-tracker/settle-unknown.ts';
