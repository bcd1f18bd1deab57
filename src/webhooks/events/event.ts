import type { AccountUpdateEvent } from './account-update.ts';
import type {
  AccountAlertEvent,
  AccountReviewEvent,
  AccountSettingsEvent,
  BusinessCapabilityEvent,
  PartnerSolutionEvent,
  PaymentConfigurationEvent,
} from './account.ts';
import type { UnknownEvent } from './base.ts';
import type { CallEvent } from './calls.ts';
import type { ConsentEvent } from './consent.ts';
import type { MessageEchoEvent, StandbyEchoEvent } from './echoes.ts';
import type { PlatformErrorEvent } from './error.ts';
import type { FlowEvent } from './flow.ts';
import type {
  GroupLifecycleEvent,
  GroupParticipantsEvent,
  GroupSettingsEvent,
  GroupStatusEvent,
} from './groups.ts';
import type { HandoverEvent } from './handovers.ts';
import type { HistoryEvent, HistoryMessageEvent } from './history.ts';
import type { IncomingMessageEvent, StandbyMessageEvent } from './message.ts';
import type {
  BusinessUsernameEvent,
  PhoneNumberNameEvent,
  PhoneNumberQualityEvent,
  SecurityEvent,
} from './phone-number.ts';
import type { CallStatusEvent, PaymentStatusEvent, StandbyStatusEvent, StatusEvent } from './status.ts';
import type {
  TemplateCategoryDetectionEvent,
  TemplateCategoryEvent,
  TemplateComponentsEvent,
  TemplateQualityEvent,
  TemplateStatusEvent,
} from './template.ts';
import type { UserActionEvent } from './user-action.ts';
import type { ContactSyncEvent, ConversionEvent, UserIdChangeEvent } from './users.ts';

/**
 * One event of a webhook. `kind` discriminates the union. Ids have the same names in every kind, times are epoch milliseconds, and `raw` is
 * what Meta sent. What this version does not know has the kind `unknown`.
 */
export type WebhookEvent =
  | IncomingMessageEvent
  | StatusEvent
  | PaymentStatusEvent
  | CallStatusEvent
  | UserActionEvent
  | PlatformErrorEvent
  | CallEvent
  | ConsentEvent
  | UserIdChangeEvent
  | ContactSyncEvent
  | ConversionEvent
  | HistoryEvent
  | HistoryMessageEvent
  | MessageEchoEvent
  | StandbyMessageEvent
  | StandbyStatusEvent
  | StandbyEchoEvent
  | HandoverEvent
  | GroupLifecycleEvent
  | GroupParticipantsEvent
  | GroupSettingsEvent
  | GroupStatusEvent
  | AccountUpdateEvent
  | AccountAlertEvent
  | AccountReviewEvent
  | AccountSettingsEvent
  | BusinessCapabilityEvent
  | PartnerSolutionEvent
  | PaymentConfigurationEvent
  | PhoneNumberQualityEvent
  | PhoneNumberNameEvent
  | SecurityEvent
  | BusinessUsernameEvent
  | TemplateStatusEvent
  | TemplateQualityEvent
  | TemplateComponentsEvent
  | TemplateCategoryEvent
  | TemplateCategoryDetectionEvent
  | FlowEvent
  | UnknownEvent;

/** The kinds of events. */
export type WebhookEventKind = WebhookEvent['kind'];

/** The event of a kind: `WebhookEventOf<'status'>`. */
export type WebhookEventOf<Kind extends WebhookEventKind> = Extract<WebhookEvent, { readonly kind: Kind }>;
