import { Server } from 'node:http';
import type * as MswNode from 'msw/node';
import { afterEach, expect, test, vi } from 'vitest';
import { createClient } from 'wabakit';
import type * as EmulatorEntry from 'wabakit/emulator';
import type * as PricingEntry from 'wabakit/pricing';
import { addNumber, openGroup } from '../helpers/more-places.ts';

// The examples close at their end what they opened. Here it is caught and stays open, so that more people can write to the bot.
interface Caught {
  emulator?: EmulatorEntry.Emulator;
  ledger?: PricingEntry.Ledger;
  readonly close: (() => unknown)[];
}
const caught: Caught = { close: [] };

vi.mock('wabakit/emulator', async (importOriginal) => {
  const original = await importOriginal<typeof EmulatorEntry>();
  return {
    ...original,
    async createEmulator(options?: Parameters<typeof original.createEmulator>[0]) {
      const emulator = await original.createEmulator(options);
      caught.emulator = emulator;
      caught.close.push(() => emulator.close());
      return { ...emulator, fetch: emulator.fetch.bind(emulator), close: () => Promise.resolve() };
    },
  };
});
vi.mock('wabakit/pricing', async (importOriginal) => {
  const original = await importOriginal<typeof PricingEntry>();
  return {
    ...original,
    createLedger(...parameters: Parameters<typeof original.createLedger>) {
      const ledger = original.createLedger(...parameters);
      caught.ledger ??= ledger;
      return ledger;
    },
  };
});
vi.mock('msw/node', async (importOriginal) => {
  const original = await importOriginal<typeof MswNode>();
  return {
    ...original,
    setupServer(...handlers: Parameters<typeof original.setupServer>) {
      const server = original.setupServer(...handlers);
      caught.close.push(() => server.close());
      return { listen: () => server.listen(), close: () => undefined };
    },
  };
});

const bots: Readonly<Record<string, () => Promise<unknown>>> = {
  'quickstart.ts': () => import('../../examples/quickstart.ts'),
  'first-lines.ts': () => import('../../examples/first-lines.ts'),
  'readme.ts': () => import('../../examples/readme.ts'),
  'checking-the-bill.ts': () => import('../../examples/checking-the-bill.ts'),
  'phone-page.ts': () => import('../../examples/phone-page.ts'),
  'sending-boarding-pass.ts': () => import('../../examples/sending-boarding-pass.ts'),
  'sending-quick-replies.ts': () => import('../../examples/sending-quick-replies.ts'),
  'text-and-menus.ts': () => import('../../examples/text-and-menus.ts'),
  'testing-first-bot.ts': () => import('../../examples/testing-first-bot.ts'),
  async 'testing-runners/order-bot.ts'() {
    const { connect } = await import('../../examples/testing-runners/order-bot.ts');
    const { createEmulator } = await import('wabakit/emulator');
    await connect(await createEmulator());
  },
};

afterEach(async () => {
  for (const close of caught.close.splice(0)) await close();
  delete caught.ledger;
});

/** Runs an example and keeps its HTTP servers open until the test ends. */
async function runOpen(run: () => Promise<unknown>): Promise<EmulatorEntry.Emulator> {
  const servers: Server[] = [];
  const close = vi.spyOn(Server.prototype, 'close').mockImplementation(function (this: Server) {
    servers.push(this);
    return this;
  });
  await run();
  close.mockRestore();
  caught.close.push(() => servers.forEach((server) => server.close()));
  return caught.emulator!;
}

test.each(Object.entries(bots))(
  'behavior: the bot of %s answers a hidden number, a group and a second business number',
  async (_name, run) => {
    const emulator = await runOpen(run);
    const wa = createClient(emulator.clientOptions);
    const hidden = emulator.phone('+5511900000001', { bsuid: 'BR.123', username: 'bo', hidesNumber: true });
    const groupId = await openGroup(emulator, wa, ['+5511900000002']);
    const phoneNumberId = await addNumber(emulator, wa);
    const branch = emulator.phone('+5511900000003', { phoneNumberId });
    const start = emulator.journal.requests.length;
    const priced = caught.ledger?.entries().length;
    const answers = () =>
      emulator.journal.requests
        .slice(start)
        .filter(({ path, body }) => path.endsWith('/messages') && JSON.stringify(body).includes('"type"'))
        .map(({ path, status, body }) => [path.split('/').at(-2), status, body]);

    for (const [say, expected] of [
      [() => hidden.say('Hello'), [emulator.phoneNumberId, 200, { recipient: 'BR.123' }]],
      [
        () => emulator.phone('+5511900000002').say('Hello all', { groupId }),
        [emulator.phoneNumberId, 200, { to: groupId, recipient_type: 'group' }],
      ],
      [() => branch.say('Hello'), [phoneNumberId, 200, { to: '+5511900000003' }]],
    ] as const) {
      await say();
      await emulator.waitForIdle();
      await vi.waitFor(() => expect(answers().at(-1)).toMatchObject(expected));
    }
    expect([...new Set(answers().map(([, status]) => status))]).toEqual([200]);

    if (caught.ledger === undefined) return;
    const places = () =>
      caught.ledger!.entries().map(({ phoneNumberId: number, user }) => `${number} to ${user}`);
    await vi.waitFor(async () => {
      await emulator.waitForIdle();
      expect([...new Set(places().slice(priced))]).toEqual([
        `${emulator.phoneNumberId} to BR.123`,
        `${emulator.phoneNumberId} to ${groupId}`,
        `${phoneNumberId} to 5511900000003`,
      ]);
    });
  },
);
