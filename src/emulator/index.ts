export { createEmulator } from './create-emulator.ts';
export { expectMessage, expectNoMessage, type ExpectedMessage } from './expect-message.ts';
export { webhookFixture, type WebhookFixture } from './webhook-fixture.ts';
export type { WebhookFixtureKind } from './webhook-fixture-kind.ts';
export { magicRecipients, type MagicRecipient } from './magic-recipients.ts';
export type { EmulatorBill, EmulatorBillLine } from './billing.ts';
export type { TestRunner } from './export-as-test.ts';
export type { Duration } from './duration.ts';
export type {
  Emulator,
  EmulatorMessage,
  EmulatorServer,
  EmulatorSubscription,
  EmulatorWebhook,
  ListenOptions,
  SubscribeOptions,
} from './emulator.ts';
export type { EmulatorClock } from './engine.ts';
export type { EmulatorEvent } from './events.ts';
export type { Failure, FailureContext, FailureMatch, FailureRule } from './faults.ts';
export type { Journal, JournalEntry, RequestEntry, WebhookAttempt, WebhookEntry } from './journal.ts';
export type { EmulatorLimits, EmulatorOptions, EmulatorWebhookOptions } from './options.ts';
export type { Persona } from './persona.ts';
export type { EmulatorPhone, PhoneAd, PhoneContent, PhoneOptions } from './phone.ts';
export type { PhoneMedia } from './phone-media.ts';
export type { PhoneButton, PhoneMessage } from './phone-message.ts';
export type { Totals } from './state.ts';
export type { EmulatorTemplate, EmulatorTemplates, RejectionReason, TemplateName } from './template-desk.ts';
export type { TemplatePayloadSeed, TemplateSeed } from './template-seed.ts';
export type { WaitOptions } from './wait-for.ts';
export type { WebhookTarget } from './webhook-target.ts';
export type { MessageState, TemplateCategoryName, TemplateQuality, TemplateStatus } from './records.ts';
