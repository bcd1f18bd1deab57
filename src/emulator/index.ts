export { createEmulator } from './create-emulator.ts';
export { expectMessage, expectNoMessage, type ExpectedMessage } from './testing/expect-message.ts';
export { webhookFixture, type WebhookFixture } from './webhooks/webhook-fixture.ts';
export type { WebhookFixtureKind } from './webhooks/webhook-fixture-kind.ts';
export { magicRecipients, type MagicRecipient } from './messages/magic-recipients.ts';
export type { EmulatorBill, EmulatorBillLine } from './messages/billing.ts';
export type { TestRunner } from './testing/export-as-test.ts';
export type { Duration } from './time/duration.ts';
export type {
  Emulator,
  EmulatorClientOptions,
  EmulatorMessage,
  EmulatorServer,
  EmulatorSubscription,
  EmulatorWebhook,
  ListenOptions,
  SubscribeOptions,
} from './emulator.ts';
export type { EmulatorClock } from './time/engine.ts';
export type { EmulatorEvent } from './events.ts';
export type { FaultEffect, FaultContext, FaultMatch, FaultRule } from './http/faults.ts';
export type { Journal, JournalEntry, RequestEntry, WebhookAttempt, WebhookEntry } from './journal.ts';
export type { EmulatorLimits, EmulatorOptions, EmulatorWebhookOptions } from './options.ts';
export type { Persona } from './people/persona.ts';
export type { EmulatorPhone, PhoneAd, PhoneContent, PhoneOptions } from './people/phone.ts';
export type { PhoneMedia } from './people/phone-media.ts';
export type { PhoneButton, PhoneMessage } from './people/phone-message.ts';
export type { MessageCounts } from './state.ts';
export type {
  EmulatorTemplate,
  EmulatorTemplates,
  RejectionReason,
  TemplateName,
} from './templates/template-desk.ts';
export type { TemplatePayloadSeed, TemplateSeed } from './templates/template-seed.ts';
export type { WaitOptions } from './testing/wait-for.ts';
export type { WebhookTarget } from './webhooks/webhook-target.ts';
export type { MessageState, TemplateCategoryName, TemplateQuality, TemplateStatus } from './records.ts';
