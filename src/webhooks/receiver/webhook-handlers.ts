import type { AccountUpdateEvent } from '../events/account-update.ts';
import type {
  AccountAlertEvent,
  AccountReviewEvent,
  AccountSettingsEvent,
  BusinessCapabilityEvent,
  PartnerSolutionEvent,
  PaymentConfigurationEvent,
} from '../events/account.ts';
import type { UnknownEvent } from '../events/base.ts';
import type { CallEvent } from '../events/calls.ts';
import type { ConsentEvent } from '../events/consent.ts';
import type { MessageEchoEvent, StandbyEchoEvent } from '../events/echoes.ts';
import type { PlatformErrorEvent } from '../events/error.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { FlowEvent } from '../events/flow.ts';
import type {
  GroupLifecycleEvent,
  GroupParticipantsEvent,
  GroupSettingsEvent,
  GroupStatusEvent,
} from '../events/groups.ts';
import type { HandoverEvent } from '../events/handovers.ts';
import type { HistoryEvent, HistoryMessageEvent } from '../events/history.ts';
import type { IncomingMessageEvent, StandbyMessageEvent } from '../events/message.ts';
import type {
  BusinessUsernameEvent,
  PhoneNumberNameEvent,
  PhoneNumberQualityEvent,
  SecurityEvent,
} from '../events/phone-number.ts';
import type {
  CallStatusEvent,
  PaymentStatusEvent,
  StandbyStatusEvent,
  StatusEvent,
} from '../events/status.ts';
import type {
  TemplateCategoryDetectionEvent,
  TemplateCategoryEvent,
  TemplateComponentsEvent,
  TemplateQualityEvent,
  TemplateStatusEvent,
} from '../events/template.ts';
import type { EventContext } from './event-context.ts';
import type { UserActionEvent } from '../events/user-action.ts';
import type { ContactSyncEvent, ConversionEvent, UserIdChangeEvent } from '../events/users.ts';

/**
 * Your functions, by kind of event. Each is optional and may be async; an event is processed once its promise resolves, and has failed if it
 * rejects or takes longer than `handlerTimeout`. The second argument has the signal that aborts then. The field in each description is the one that the app must be subscribed to.
 */
export interface WebhookHandlers {
  /** Called with every event of every kind, after the handler of its kind. */
  readonly any?: ((event: WebhookEvent, context: EventContext) => unknown) | undefined;
  /** A user sent a message to a business number or a group. `event.type` says what it contains: `event.text.body`, `event.image.id`, … Field `messages`. */
  readonly message?: ((event: IncomingMessageEvent, context: EventContext) => unknown) | undefined;
  /**
   * A message that you sent was sent, delivered, read, played, deleted or failed: `wamid`, `status`, `callbackData`, `pricing` and, on failure,
   * `errors`. Statuses may arrive in any order; `reduceStatus` sorts them. Field `messages`.
   */
  readonly status?: ((event: StatusEvent, context: EventContext) => unknown) | undefined;
  /** The payment that an order details message asked for became pending, captured or failed (India, Brazil): `referenceId`, `status`, `payment`. Field `messages`. */
  readonly paymentStatus?: ((event: PaymentStatusEvent, context: EventContext) => unknown) | undefined;
  /** A call that you started is ringing, or was accepted or rejected: `callId`, `status`. Field `calls`. */
  readonly callStatus?: ((event: CallStatusEvent, context: EventContext) => unknown) | undefined;
  /** A user clicked a link in a marketing message: `action`. Meta does not say which user. Field `messages`. */
  readonly userAction?: ((event: UserActionEvent, context: EventContext) => unknown) | undefined;
  /** Meta reports an error of the business number or the account, not of one message: `code`, `title`, `details`. Field `messages`. */
  readonly error?: ((event: PlatformErrorEvent, context: EventContext) => unknown) | undefined;
  /** A call began, connected or ended, or its recording or transcript is available: `callId`, `event`, `direction`, `errors`. Field `calls`. */
  readonly call?: ((event: CallEvent, context: EventContext) => unknown) | undefined;
  /**
   * A user stopped or resumed marketing messages, or may have: by WhatsApp's own switch or an In-App Signup, by a word such as STOP, by a
   * button, or it shows in an error (131050). Withdraw on the choice `stop`; `choice`, `source`, `word`, `signupId`. Fields `user_preferences`
   * and `messages`.
   */
  readonly consent?: ((event: ConsentEvent, context: EventContext) => unknown) | undefined;
  /** The business-scoped user ID of a user changed: `previousBsuid` and the new `bsuid`. Field `user_id_update`. */
  readonly userIdChange?: ((event: UserIdChangeEvent, context: EventContext) => unknown) | undefined;
  /** The business added, edited or removed a contact in the WhatsApp Business app: `action` and the IDs of the contact. Field `smb_app_state_sync`. */
  readonly contactSync?: ((event: ContactSyncEvent, context: EventContext) => unknown) | undefined;
  /** Meta detected a lead or a purchase in a chat that an ad started: `name`, `wamid`, `ctwaClid`. Field `automatic_events`. */
  readonly conversion?: ((event: ConversionEvent, context: EventContext) => unknown) | undefined;
  /**
   * Meta sent a part of the chat history of a number that is also used in the WhatsApp Business app: `threads` with their messages, `phase`,
   * `progress`; or `errors`, if the business does not share it. Field `history`.
   */
  readonly history?: ((event: HistoryEvent, context: EventContext) => unknown) | undefined;
  /** Meta sent the media of a past message separately from its `history` part: a message with its `direction` and `status`. Field `history`. */
  readonly historyMessage?: ((event: HistoryMessageEvent, context: EventContext) => unknown) | undefined;
  /** The business sent, edited or deleted a message in the WhatsApp Business app; `waId` and `bsuid` are the recipient. Field `smb_message_echoes`. */
  readonly messageEcho?: ((event: MessageEchoEvent, context: EventContext) => unknown) | undefined;
  /** A user sent a message in a chat that another responder owns (Conversation Routing): do not answer it. Field `standby`. */
  readonly standbyMessage?: ((event: StandbyMessageEvent, context: EventContext) => unknown) | undefined;
  /** A message in a chat that another responder owns was sent, delivered, read or failed (Conversation Routing). Field `standby`. */
  readonly standbyStatus?: ((event: StandbyStatusEvent, context: EventContext) => unknown) | undefined;
  /** Another responder sent a message in a chat that it owns (Conversation Routing): `message` is the request body of that send. Field `standby`. */
  readonly standbyEcho?: ((event: StandbyEchoEvent, context: EventContext) => unknown) | undefined;
  /** A chat passed to another responder (Conversation Routing): `type`, `previousOwnerRole`, `newOwnerRole`. Field `messaging_handovers`. */
  readonly handover?: ((event: HandoverEvent, context: EventContext) => unknown) | undefined;
  /** A group was created or deleted, or that failed: `groupId`, `type`, `requestId`, `errors`. Field `group_lifecycle_update`. */
  readonly groupLifecycle?: ((event: GroupLifecycleEvent, context: EventContext) => unknown) | undefined;
  /** Users joined, left or were removed from a group, or asked to join it: `groupId`, `type`; the users are in `raw`. Field `group_participants_update`. */
  readonly groupParticipants?:
    ((event: GroupParticipantsEvent, context: EventContext) => unknown) | undefined;
  /** The subject, description or picture of a group changed, or that failed: `groupId`, `requestId`, `errors`. Field `group_settings_update`. */
  readonly groupSettings?: ((event: GroupSettingsEvent, context: EventContext) => unknown) | undefined;
  /** Meta suspended a group or lifted its suspension: `groupId`, `type`. Field `group_status_update`. */
  readonly groupStatus?: ((event: GroupStatusEvent, context: EventContext) => unknown) | undefined;
  /**
   * The WhatsApp Business Account changed: banned, restricted, verified, shared with a partner, moved to another volume tier and more.
   * `event.event` says what, `raw` has the details. Field `account_update`.
   */
  readonly accountUpdate?: ((event: AccountUpdateEvent, context: EventContext) => unknown) | undefined;
  /** Meta warns about a business portfolio, an account or a number: `entityType`, `entityId`; the text is in `raw`. Field `account_alerts`. */
  readonly accountAlert?: ((event: AccountAlertEvent, context: EventContext) => unknown) | undefined;
  /** Meta finished the policy review of the account: `decision`. Field `account_review_update`. */
  readonly accountReview?: ((event: AccountReviewEvent, context: EventContext) => unknown) | undefined;
  /** The settings of a number changed, today its calling settings: `type`, `raw`. Field `account_settings_update`. */
  readonly accountSettings?: ((event: AccountSettingsEvent, context: EventContext) => unknown) | undefined;
  /** The messaging limit or the allowed count of numbers of the business changed: the new limits are in `raw`. Field `business_capability_update`. */
  readonly businessCapability?:
    ((event: BusinessCapabilityEvent, context: EventContext) => unknown) | undefined;
  /** A multi-partner solution was created or changed: `solutionId`, `status`. Field `partner_solutions`. */
  readonly partnerSolution?: ((event: PartnerSolutionEvent, context: EventContext) => unknown) | undefined;
  /** A payment configuration was created, tested or disconnected (India): its name and status. Field `payment_configuration_update`. */
  readonly paymentConfiguration?:
    ((event: PaymentConfigurationEvent, context: EventContext) => unknown) | undefined;
  /** The quality, messaging limit or throughput of a number changed: `event`, `messagingLimit`. Field `phone_number_quality_update`. */
  readonly phoneNumberQuality?:
    ((event: PhoneNumberQualityEvent, context: EventContext) => unknown) | undefined;
  /** Meta decided on a display name: `requestedName`, `decision`. Field `phone_number_name_update`. */
  readonly phoneNumberName?: ((event: PhoneNumberNameEvent, context: EventContext) => unknown) | undefined;
  /** Someone changed the two-step verification PIN of a number or asked to reset it: `event`. Field `security`. */
  readonly security?: ((event: SecurityEvent, context: EventContext) => unknown) | undefined;
  /** The business username of a number was approved, reserved or deleted: `username`, `status`. Field `business_username_updates`. */
  readonly businessUsername?: ((event: BusinessUsernameEvent, context: EventContext) => unknown) | undefined;
  /** A template was approved, rejected, paused, disabled or changed status otherwise: its name, `status` and reason. Field `message_template_status_update`. */
  readonly templateStatus?: ((event: TemplateStatusEvent, context: EventContext) => unknown) | undefined;
  /** The quality score of a template changed: `quality`, `previousQuality`. Field `message_template_quality_update`. */
  readonly templateQuality?: ((event: TemplateQualityEvent, context: EventContext) => unknown) | undefined;
  /** A template was edited: its new components are in `raw`. Field `message_template_components_update`. */
  readonly templateComponents?:
    ((event: TemplateComponentsEvent, context: EventContext) => unknown) | undefined;
  /** Meta will move or has moved a template to another category, which changes its price: `stage`, `from`, `to`, `changesAt`. Field `template_category_update`. */
  readonly templateCategory?: ((event: TemplateCategoryEvent, context: EventContext) => unknown) | undefined;
  /** Meta detected that a template belongs to another category (Direct Send): `category`, `correctCategory`. Field `template_correct_category_detection`. */
  readonly templateCategoryDetection?:
    ((event: TemplateCategoryDetectionEvent, context: EventContext) => unknown) | undefined;
  /** A Flow changed its status, exceeded an error or latency threshold, or its version expires: `flowId`, `event`, `newStatus`. Field `flows`. */
  readonly flow?: ((event: FlowEvent, context: EventContext) => unknown) | undefined;
  /** Meta sent something that this version does not know: `field` and `raw` hold it unchanged. */
  readonly unknown?: ((event: UnknownEvent, context: EventContext) => unknown) | undefined;
}

/** Every key of {@link WebhookHandlers}, to check what JavaScript callers pass. */
export const webhookHandlerKeys = {
  any: true,
  message: true,
  status: true,
  paymentStatus: true,
  callStatus: true,
  userAction: true,
  error: true,
  call: true,
  consent: true,
  userIdChange: true,
  contactSync: true,
  conversion: true,
  history: true,
  historyMessage: true,
  messageEcho: true,
  standbyMessage: true,
  standbyStatus: true,
  standbyEcho: true,
  handover: true,
  groupLifecycle: true,
  groupParticipants: true,
  groupSettings: true,
  groupStatus: true,
  accountUpdate: true,
  accountAlert: true,
  accountReview: true,
  accountSettings: true,
  businessCapability: true,
  partnerSolution: true,
  paymentConfiguration: true,
  phoneNumberQuality: true,
  phoneNumberName: true,
  security: true,
  businessUsername: true,
  templateStatus: true,
  templateQuality: true,
  templateComponents: true,
  templateCategory: true,
  templateCategoryDetection: true,
  flow: true,
  unknown: true,
} satisfies Record<keyof WebhookHandlers, true>;
