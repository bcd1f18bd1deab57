import {
  createEmulator,
  expectMessage,
  webhookFixture,
  type EmulatorOptions,
  type PhoneContent,
  type WebhookEntry,
} from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 1, clock: { start: '2026-11-02T12:00:00Z', speed: 1 } });

await emulator.clock.advance('25h');
await emulator.clock.advance(1_000);
// @ts-expect-error a length of time has a unit
await emulator.clock.advance('25');
// @ts-expect-error weeks are no unit
await emulator.clock.advance('1w');

const isWebhook = (entry: { readonly kind: string }): entry is WebhookEntry => entry.kind === 'webhook';
const webhook: WebhookEntry = await emulator.waitFor(isWebhook);
// @ts-expect-error without a guard the entry may also be a call
const entry: WebhookEntry = await emulator.waitFor(({ kind }) => kind === 'webhook');

webhookFixture('account_update.account_violation');
// @ts-expect-error no such kind of webhook
webhookFixture('account_update.account_violated');

// @ts-expect-error a clock has no such name
export const options: EmulatorOptions = { clock: 'fast' };
// @ts-expect-error Meta does not bill in Swiss francs
export const currency: EmulatorOptions = { currency: 'CHF' };
// @ts-expect-error a place needs both coordinates
export const place: PhoneContent = { type: 'location', latitude: 1 };
// @ts-expect-error the state of a message is a closed list
expectMessage(emulator, { state: 'seen' });
// @ts-expect-error the journal is read, not written
emulator.journal.entries = [];

export const seen = [webhook, entry];
