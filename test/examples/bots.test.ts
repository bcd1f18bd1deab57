import { expect, test, vi } from 'vitest';
import { createClient } from 'wabakit';
import type * as EmulatorEntry from 'wabakit/emulator';
import { addNumber, openGroup } from '../helpers/more-places.ts';

// The examples build their own emulator and close it at their end. Here it is caught and stays open, so that more people can write to the bot.
const caught: { emulator?: EmulatorEntry.Emulator; close?: () => Promise<void> } = {};
vi.mock('wabakit/emulator', async (importOriginal) => {
  const original = await importOriginal<typeof EmulatorEntry>();
  return {
    ...original,
    async createEmulator(options?: Parameters<typeof original.createEmulator>[0]) {
      const emulator = await original.createEmulator(options);
      caught.emulator = emulator;
      caught.close = () => emulator.close();
      return { ...emulator, fetch: emulator.fetch.bind(emulator), close: () => Promise.resolve() };
    },
  };
});

const bots: Readonly<Record<string, () => Promise<unknown>>> = {
  'readme.ts': () => import('../../examples/readme.ts'),
  'phone-page.ts': () => import('../../examples/phone-page.ts'),
  'sending-boarding-pass.ts': () => import('../../examples/sending-boarding-pass.ts'),
  'sending-quick-replies.ts': () => import('../../examples/sending-quick-replies.ts'),
  'testing-first-bot.ts': () => import('../../examples/testing-first-bot.ts'),
  async 'testing-runners/order-bot.ts'() {
    const { connect } = await import('../../examples/testing-runners/order-bot.ts');
    const { createEmulator } = await import('wabakit/emulator');
    await connect(await createEmulator());
  },
};

test.each(Object.entries(bots))(
  'behavior: the bot of %s answers a hidden number, a group and a second business number',
  async (_name, run) => {
    await run();
    const emulator = caught.emulator!;
    const wa = createClient(emulator.clientOptions);
    const hidden = emulator.phone('+5511900000001', { bsuid: 'BR.123', username: 'bo', hidesNumber: true });
    const groupId = await openGroup(emulator, wa, ['+5511900000002']);
    const phoneNumberId = await addNumber(emulator, wa);
    const branch = emulator.phone('+5511900000003', { phoneNumberId });

    await hidden.say('Hello');
    await emulator.phone('+5511900000002').say('Hello all', { groupId });
    await branch.say('Hello');
    await emulator.waitForIdle();

    const answers = emulator.journal.requests
      .filter(({ path, body }) => path.endsWith('/messages') && JSON.stringify(body).includes('"type"'))
      .map(({ path, status, body }) => [path.split('/').at(-2), status, body]);
    expect(answers.slice(-3)).toMatchObject([
      [emulator.phoneNumberId, 200, { recipient: 'BR.123' }],
      [emulator.phoneNumberId, 200, { to: groupId, recipient_type: 'group' }],
      [phoneNumberId, 200, { to: '+5511900000003' }],
    ]);
    await caught.close?.();
  },
);
