import { transformWithOxc } from 'vite';
import { describe, expect, test } from 'vitest';
import { createEmulator, expectMessage, expectNoMessage, webhookFixture } from 'wabakit/emulator';
import { parseWebhook } from 'wabakit/webhooks';
import { webhookFixtures } from '../../src/emulator/fixtures/data/webhook-fixtures.ts';
import { readReference } from '../helpers/reference.ts';
import { buttons, emulatorWithReceiver, orderUpdate, template } from './helpers.ts';

const ana = '+5511987654321';
const kinds = Object.keys(webhookFixtures) as (keyof typeof webhookFixtures)[];

describe('expectMessage', () => {
  test('default: finds the newest message that fits in everything', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    await emulator.phone(ana).say('Hi');
    await graph('POST', '{phone}/messages', buttons(ana));
    await graph('POST', '{phone}/messages', template(ana));
    await emulator.waitForIdle();
    expect(
      expectMessage(emulator, { to: ana, template: 'order_update', text: /A-17/, button: 'Thanks' }).state,
    ).toBe('delivered');
    expect(expectMessage(emulator, { button: 'Yes', type: 'interactive', state: 'delivered' }).text).toBe(
      'Did it arrive?',
    );
    expectNoMessage(emulator, { to: '+491511234567' });
  });

  test('error: tells what was sent instead', async () => {
    const { emulator, graph } = await emulatorWithReceiver();
    expect(() => expectMessage(emulator, { to: ana })).toThrow('The business has sent nothing.');
    await graph('POST', '{phone}/messages', template(ana));
    await emulator.waitForIdle();
    expect(() => expectMessage(emulator, { text: /B-2/ })).toThrow(
      'Expected a message with text /B-2/.\nThe business has sent:\n  to 5511987654321, order_update, delivered: "Hi Ana, order A-17 is on its way."',
    );
    expect(() => {
      expectNoMessage(emulator, { to: ana });
    }).toThrow('Expected no message with to "+5511987654321", but:');
  });
});

describe('webhookFixture', () => {
  test.each(kinds)('default: %s is read as what it is', (kind) => {
    const { envelope } = webhookFixture(kind);
    const events = parseWebhook(JSON.stringify(envelope));
    expect(events).toHaveLength(1);
    expect(events[0]?.kind).not.toBe('unknown');
  });

  test('args: fields of yours go over it, and the fixture itself stays', () => {
    expect(webhookFixture('account_review_update', { decision: 'REJECTED' }).value).toEqual({
      decision: 'REJECTED',
    });
    expect(webhookFixture('account_review_update').value).toEqual({ decision: 'APPROVED' });
  });

  test('behavior: sent by the emulator, it arrives signed', async () => {
    const { emulator, events } = await emulatorWithReceiver();
    await emulator.webhook.send(webhookFixture('account_update.disabled_update'));
    expect(events[0]).toMatchObject({ field: 'account_update' });
  });

  const fields = [...new Set(kinds.map((kind) => kind.split('.')[0] ?? ''))];
  test('behavior: there is one for every field that has a public shape', { tags: ['reference'] }, () => {
    const index = readReference('webhooks/README.md');
    const documented = [...index.matchAll(/^\| ([a-z_]+)[.\w-]*\.json \|/gm)].map(([, field = '']) => field);
    const gone = ['batch', 'user_id_update'];
    expect(
      [...new Set(documented)].filter((field) => !fields.includes(field) && !gone.includes(field)),
    ).toEqual([]);
  });
});

describe('exportAsTest', () => {
  test.each(['vitest', 'jest', 'node'] as const)(
    'default: writes what happened as a test for %s',
    async (runner) => {
      const { emulator, graph } = await emulatorWithReceiver();
      const phone = emulator.phone(ana);
      await phone.say('Hi');
      await graph('POST', '{phone}/messages', buttons(ana));
      await emulator.waitForIdle();
      await phone.tap('Yes');
      await emulator.clock.advance('1h');
      await phone.send({ type: 'location', latitude: 1, longitude: 2 });
      const source = emulator.exportAsTest(runner);
      expect(source).toContain(
        { vitest: "from 'vitest'", jest: "from '@jest/globals'", node: "from 'node:test'" }[runner],
      );
      expect(source.split('\n').slice(-10)).toEqual(
        [
          "  const phone1 = emulator.phone('+5511987654321');",
          '',
          '  await phone1.say("Hi");',
          '  expectMessage(emulator, {"to":"+5511987654321","type":"interactive","text":"Did it arrive?"});',
          '  await phone1.tap("Yes");',
          '  await emulator.clock.advance(3600000);',
          '  await phone1.send({"type":"location","latitude":1,"longitude":2});',
          '});',
          '',
        ].toSpliced(0, 0, '  await connect(emulator);'),
      );
      await expect(transformWithOxc(source, 'recorded.ts')).resolves.toHaveProperty('code');
    },
  );
});

test('default: waitFor gives the newest entry that fits, or waits for one, or says what there was', async () => {
  const emulator = await createEmulator({ templates: [orderUpdate] });
  const coming = emulator.waitFor((entry) => entry.kind === 'webhook' && entry.field === 'messages');
  await emulator.phone(ana).say('Hi');
  expect(await coming).toMatchObject({ outcome: 'unsent' });
  await expect(emulator.waitFor(({ kind }) => kind === 'request', { timeout: 20 })).rejects.toThrow(
    "Nothing that fits came within 20 ms. The journal's last entries:\n  webhook messages unsent",
  );
});
