import { expect, test } from 'vitest';
import { createEmulator } from 'wabakit/emulator';
import { resolveOptions } from '../../src/emulator/core/resolve-options.ts';
import { settlePersonas } from '../../src/emulator/users/settle-personas.ts';

// The documented default of each option of the emulator.

test('default: what a test sees', async () => {
  const emulator = await createEmulator();
  expect(emulator).toMatchObject({
    wabaId: '102290129340398',
    phoneNumberId: '106540352242922',
    verifyToken: 'emulator',
  });
  expect(emulator.appSecret).toMatch(/^[0-9a-f]{32}$/);
  expect(emulator.accessToken).toMatch(/^EAAE\w{60}$/);
  expect(emulator.clock.now()).toBe(Date.UTC(2026, 10, 2, 12));
  const again = await createEmulator({ seed: 1 });
  expect([again.appSecret, again.accessToken]).toEqual([emulator.appSecret, emulator.accessToken]);
  expect((await createEmulator({ seed: 2 })).appSecret).not.toBe(emulator.appSecret);
  const { url, close } = await emulator.listen();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await close();
});

const shared = {
  seed: 1,
  displayPhoneNumber: '+1 555-078-3881',
  verifiedName: 'Emulated Shop',
  timeZone: 'UTC',
  currency: 'USD',
  templateReview: 'rules',
  personas: [],
  journalLimit: 10_000,
  waitTimeout: 4000,
};

test('default: on a clock that stands still nothing takes time and nothing is limited', () => {
  expect(resolveOptions({})).toMatchObject({
    ...shared,
    start: Date.UTC(2026, 10, 2, 12),
    speed: 0,
    delays: { sent: 0, delivered: 0, read: undefined },
    reviewDelay: 0,
    limits: { messagesPerSecond: undefined, pairRate: false, messagingLimit: undefined },
  });
  expect(resolveOptions({ clock: 'manual' })).toEqual(resolveOptions({}));
});

test.each([
  ['real', 1],
  ['x60', 60],
] as const)('default: on the clock %s there are delays and Meta’s limits', (clock, speed) => {
  expect(resolveOptions({ clock })).toMatchObject({
    ...shared,
    speed,
    delays: { sent: 150, delivered: 700, read: undefined },
    reviewDelay: 5000,
    limits: { messagesPerSecond: 80, pairRate: true, messagingLimit: undefined },
  });
  expect(resolveOptions({ clock, limits: false }).limits).toEqual({
    messagesPerSecond: undefined,
    pairRate: false,
    messagingLimit: undefined,
  });
});

test('default: a persona has one share and takes 1 minute, 6 hours and 1 hour', () => {
  expect(settlePersonas([{ name: 'Ana' }])).toEqual([
    { name: 'Ana', share: 1, deliveredWithin: 60_000, readWithin: 21_600_000, answersWithin: 3_600_000 },
  ]);
});

test('default: the journal keeps the newest 10,000 entries', { timeout: 120_000 }, async () => {
  const emulator = await createEmulator();
  const headers = { authorization: `Bearer ${emulator.accessToken}` };
  const get = () => emulator.fetch(`https://graph.facebook.com/v26.0/${emulator.phoneNumberId}`, { headers });
  for (let call = 0; call < 10_000; call += 1) await get();
  expect(emulator.journal.entries).toHaveLength(10_000);
  await get();
  expect(emulator.journal.entries).toHaveLength(10_000);
  expect([emulator.journal.total, emulator.journal.entries[0]?.number]).toEqual([10_001, 2]);
});
