export { createEmulator } from './create-emulator.ts';
export { expectMessage, expectNoMessage, type ExpectedMessage } from './testing/expect-message.ts';
export { webhookFixture, type WebhookFixture } from './fixtures/webhook-fixture.ts';
export type { WebhookFixtureKind } from './fixtures/data/webhook-fixture-kind.ts';
export { magicRecipients, type MagicRecipient } from './faults/magic-recipients.ts';
export type { EmulatorBill, EmulatorBillLine } from './messages/billing.ts';
export type { TestRunner } from './testing/export-as-test.ts';
export type { Duration } from './time/duration.ts';
export type {
  Emulator,
  EmulatorClientOptions,
  EmulatorServer,
  EmulatorSubscription,
  EmulatorWebhook,
  ListenOptions,
  ReviewOfficialAccountOptions,
  SubscribeOptions,
} from './core/emulator.ts';
export type { EmulatorClock } from './time/timeline.ts';
export type { EmulatorEvent } from './kernel/events.ts';
export type { FaultEffect, FaultContext, FaultMatch, FaultRule } from './faults/faults.ts';
export type { Journal, JournalEntry, RequestEntry, WebhookAttempt, WebhookEntry } from './kernel/journal.ts';
export type { EmulatorLimits, EmulatorOptions, EmulatorWebhookOptions } from './core/options.ts';
export type { Persona } from './kernel/persona.ts';
export type { EmulatorPhone, PhoneAd, PhoneContent, PhoneOptions } from './phones/phone.ts';
export type { PhoneMedia } from './phones/phone-media.ts';
export type { EmulatorMessage, PhoneButton, PhoneMessage } from './phones/phone-message.ts';
export type { MessageCounts } from './kernel/state.ts';
export type {
  EmulatorTemplate,
  EmulatorTemplates,
  RejectionReason,
  TemplateName,
} from './templates/template-reviewer.ts';
export type { TemplatePayloadSeed, TemplateSeed } from './templates/template-seed.ts';
export type { MessageWaitOptions, WaitOptions } from './testing/wait-for.ts';
export type { WebhookTarget, WebhookTargetContext } from './kernel/webhook-target.ts';
export type {
  MessageState,
  TemplateCategoryName,
  TemplateQuality,
  TemplateStatus,
} from './kernel/records.ts';
