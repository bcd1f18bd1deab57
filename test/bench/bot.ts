import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoreClient } from 'wabakit';
import { ask, createBot, defineDialogue, isText } from 'wabakit/bot';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Endpoint } from 'wabakit/transport';
import { parseWebhook, type WebhookEvent } from 'wabakit/webhooks';
import { type Figures, median, round } from './figure.ts';

const transport = {
  request: <T>(endpoint: Endpoint<T>): Promise<T> =>
    Promise.resolve(
      endpoint.parse({
        status: 200,
        headers: new Headers(),
        json: { messages: [{ id: 'wamid.out' }] },
        stream: undefined,
      }),
    ),
};
const client = createCoreClient({ transport, phoneNumberId: '106540352242922' });
const noHuman = 'A benchmark, which nobody talks to.';

let count = 0;
/** The body of a text from one of many users. */
function getBody(text: string, user: number): string {
  count += 1;
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
    contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: String(user) }],
    messages: [
      {
        from: String(user),
        id: `wamid.${count}`,
        timestamp: '1749416383',
        type: 'text',
        text: { body: text },
      },
    ],
  };
  const entry = [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}
const getEvent = (text: string, user: number): WebhookEvent => parseWebhook(getBody(text, user))[0]!;

/** One message through 50 routes, of which the last one matches, each of another user, in microseconds of the processor: other programs do not count. */
async function routing(): Promise<number> {
  const bot = createBot({ client, noHuman });
  for (let route = 0; route < 49; route += 1)
    bot.on('message', isText(new RegExp(`word${route} `)), () => undefined);
  let matched = 0;
  bot.on('message', isText(/Does it come/), () => void (matched += 1));
  const times: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const events = Array.from({ length: 2000 }, (_, user) =>
      getEvent('Does it come in blue?', 16_505_550_000 + turn * 2000 + user),
    );
    const before = process.cpuUsage();
    for (const event of events) await bot.handle(event);
    const { user, system } = process.cpuUsage(before);
    if (turn > 1) times.push((user + system) / events.length);
  }
  if (matched !== 24_000) throw new Error(`${matched} of 24,000 messages matched`);
  return median(times);
}

const question = () => ask('Next?', { parse: /^\d+$/ });

/** Steps of dialogues of 50 users at once, with one question sent for each. */
async function steps(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-bench-'));
  const dialogues = createSqliteDialogueStore({ file: join(folder, 'bot.db') });
  try {
    const bot = createBot({ client, noHuman, dialogues });
    const dialogue = defineDialogue('bench')
      .step('one', question())
      .step('two', question())
      .step('again', (ctx) => ctx.goTo('one'));
    bot.dialogue(dialogue, { start: isText(/start/) });
    const talk = async (user: number, messages: number): Promise<void> => {
      await bot.handle(getEvent('start', user));
      for (let turn = 1; turn < messages; turn += 1) await bot.handle(getEvent(String(turn), user));
    };
    const all = (first: number, messages: number) =>
      Promise.all(Array.from({ length: 50 }, (_, user) => talk(first + user, messages)));
    await all(16_505_550_000, 4);
    const startedAt = performance.now();
    await all(16_505_551_000, 40);
    return (50 * 40 * 1000) / (performance.now() - startedAt);
  } finally {
    dialogues.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a bot adds to the receiver, and what its dialogues take on SQLite. */
export async function botBench(): Promise<Figures> {
  return {
    'bot: one message through 50 routes': { value: round(await routing(), 1), unit: 'µs' },
    'bot: dialogue steps with SQLite': { value: round(await steps(), 0), unit: 'steps/s' },
  };
}
