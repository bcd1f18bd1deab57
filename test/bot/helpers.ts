import { createClient } from 'wabakit';
import { createBot, type Bot, type BotOptions } from 'wabakit/bot';
import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';
import { createWebhookHandler, type WebhookEvent } from 'wabakit/webhooks';

export const noHuman = 'These tests have nobody to hand over to.';
export const ana = '+5511987654321';

/** A bot on an emulator, connected by a webhook handler alone. */
export async function botOnEmulator<State = Record<string, unknown>, Quote = never>(
  build: (bot: NoInfer<Bot<State, Quote>>) => unknown,
  options: Partial<BotOptions<State, Quote>> = {},
  emulatorOptions: EmulatorOptions = {},
) {
  const emulator = await createEmulator(emulatorOptions);
  const wa = createClient(emulator.clientOptions);
  const bot = createBot<State, Quote>({ client: wa, noHuman, recordTranscript: true, ...options });
  build(bot);
  const errors: unknown[] = [];
  const events: WebhookEvent[] = [];
  const handler = createWebhookHandler({
    appSecret: emulator.appSecret,
    verifyToken: emulator.verifyToken,
    on: {
      any: async (event, context) => {
        events.push(event);
        await bot.handle(event, context);
      },
    },
    onError: (error) => void errors.push(error),
  });
  await emulator.webhook.subscribe(handler);
  const phone = emulator.phone(ana, { name: 'Ana' });
  /** What the bot said to Ana, in order. */
  const said = () => phone.chat.filter(({ from }) => from === 'business').map(({ text }) => text);
  return { emulator, wa, bot, handler, phone, said, errors, events };
}

const base = { field: 'messages', wabaId: '102290129340398', displayPhoneNumber: '15550783881' } as const;
let count = 0;

/** A text message as the receiver makes it. */
export function textEvent(body: string, more: object = {}): WebhookEvent {
  count += 1;
  const wamid = `wamid.${count}`;
  return {
    kind: 'message',
    type: 'text',
    text: { body },
    wamid,
    at: Date.now(),
    waId: '16505551234',
    bsuid: undefined,
    parentBsuid: undefined,
    groupId: undefined,
    phoneNumberId: '106540352242922',
    contact: { profile: { name: 'Sheena' }, wa_id: '16505551234' },
    context: undefined,
    referral: undefined,
    errors: undefined,
    conversationContext: undefined,
    sender: { waId: '16505551234' },
    raw: { id: wamid, timestamp: '1749416383', type: 'text' },
    ...base,
    ...more,
  };
}
