import { createCoreClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { sendTemplate } from 'wabakit/operations';
import { cloudApi, http } from 'wabakit/transport';
import { type Figures, round } from './figure.ts';

const sends = 10_000;
const messagesPerSecond = 1000;

/** 10,000 sends at once to a number with 1,000 messages a second: the rate by the emulator's clock, and how many it refused. */
export async function limiterBench(): Promise<Figures> {
  const emulator = await createEmulator({
    clock: 'real',
    limits: { messagesPerSecond, pairRate: true },
    templates: [
      { name: 'sale', language: 'en', category: 'MARKETING', components: [{ type: 'BODY', text: 'Sale' }] },
    ],
    delays: { sent: '1d' },
    journalLimit: 10,
  });
  const { accessToken, engine, phoneNumberId } = emulator;
  const transport = http({ host: cloudApi({ accessToken }), engine, messagesPerSecond });
  const client = createCoreClient({ transport, phoneNumberId });
  await Promise.all(
    Array.from({ length: sends }, (_, index) =>
      sendTemplate(client, { to: `+5511987${100_000 + index}`, name: 'sale', language: 'en' }),
    ),
  );
  const times = emulator.messages.map(({ at }) => at);
  const rate = (sends / (Math.max(...times) - Math.min(...times))) * 1000;
  const { refused } = emulator.counts;
  await emulator.close();
  return {
    'sends at once, paced': {
      value: round(rate, 0),
      unit: 'sends/s',
      floor: messagesPerSecond,
      ratio: round(rate / messagesPerSecond),
    },
    'sends at once, throttled': { value: refused, unit: 'of 10,000' },
  };
}
