/**
 * A shop's day on WhatsApp: order updates, an answer, the 24-hour window and the bill, on the emulator over real HTTP. To talk to Meta
 * instead, set the variables that the README names.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, isApiError, type SendResult } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import * as pricing from 'wabakit/pricing';
import { defineTemplate } from 'wabakit/templates';
import { createWebhookHandler, toNodeListener } from 'wabakit/webhooks';
import { table } from './support/table.ts';

const body = { text: 'Hi {{name}}, order {{id}} ships on Monday.', example: { name: 'Ana', id: 'A-17' } };
const update = defineTemplate({ name: 'order_update', language: 'en', category: 'utility', body });
const offer = { text: 'Our autumn prices end on Sunday.' };
const sale = defineTemplate({ name: 'autumn_sale', language: 'en', category: 'marketing', body: offer });
const { WHATSAPP_ACCESS_TOKEN: token, ...env } = process.env;
const emulator = token === undefined ? await createEmulator({ templates: [update, sale] }) : undefined;
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator ?? {
  accessToken: token ?? '',
  phoneNumberId: env['WHATSAPP_PHONE_NUMBER_ID'] ?? '',
  appSecret: env['WHATSAPP_APP_SECRET'] ?? '',
  verifyToken: env['WHATSAPP_VERIFY_TOKEN'] ?? '',
};
const wa = createClient({ accessToken, phoneNumberId, baseUrl: (await emulator?.listen())?.url });

const ledger = pricing.createLedger({ currency: 'USD', keepEntries: true });
const reports: pricing.PricingReport[] = [];
const names = new Map<string, string>();
const statuses = new Map<string, string[]>();

/** Records what was sent. The ledger prices it when the status webhook says that it was delivered. */
function sent(name: string, result: SendResult, message: pricing.LedgerMessage): void {
  names.set(result.wamid, name);
  ledger.record(pricing.toSentEvent(result, { ...message, at: emulator?.clock.now() ?? Date.now() }));
}

const receive = createWebhookHandler({
  appSecret,
  verifyToken,
  on: {
    any(event) {
      for (const fact of pricing.toLedgerEvents(event)) ledger.record(fact);
      reports.push(...pricing.toPricingReports(event));
    },
    status: ({ wamid, status }) => void statuses.set(wamid, [...(statuses.get(wamid) ?? []), status]),
    async message(event) {
      const { phoneNumberId: from = phoneNumberId, groupId, waId, bsuid } = event;
      const user = groupId ?? waId ?? bsuid ?? '';
      const service = { phoneNumberId: from, user, category: 'service', group: !!groupId } as const;
      const action = event.type === 'text' ? `wrote "${event.text.body}"` : 'tapped a button';
      console.log(`  ${waId ?? bsuid} ${action}`);
      const answer = event.type === 'text' ? 'Thank you! One moment, please.' : 'Done. See you on Monday!';
      sent('text', await wa.messages.reply(event, answer), service);
      if (event.type !== 'text' || service.group) return; // WhatsApp has no buttons in groups
      const buttons = ['Ring the bell', 'Leave the parcel'].map((title) => ({ id: title, title }));
      const question = replyButtons({ body: 'What shall the courier do?', buttons });
      sent('reply buttons', await wa.messages.reply(event, question), service);
    },
  },
});
const server = createServer(toNodeListener(receive)).listen(Number(env['PORT'] ?? 0), '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
if (emulator === undefined) {
  const { WHATSAPP_TEMPLATE: name = 'hello_world', WHATSAPP_TEMPLATE_LANGUAGE: language = 'en_US' } = env;
  await wa.messages.sendTemplate({ to: env['WHATSAPP_RECIPIENT'] ?? '', name, language });
  console.log(`Sent ${name}. Make ${url} reachable by https and enter its address in the App Dashboard.`);
} else {
  await emulator.webhook.subscribe(url);
  console.log('Order updates go out on the emulator.');
  const sendUpdate = async (to: string): Promise<void> => {
    const parameters = { body: body.example };
    const result = await wa.messages.sendTemplate({ to, template: update, parameters });
    sent('order_update', result, { phoneNumberId, user: to, category: 'utility' });
  };
  for (const to of ['+5511987654321', '+4915112345678', '+919876543210', '+6281234567890'])
    await sendUpdate(to);
  const result = await wa.messages.sendTemplate({ to: '+525512345678', template: sale });
  sent('autumn_sale', result, { phoneNumberId, user: '+525512345678', category: 'marketing' });
  console.log('A customer answers, which opens the customer service window.');
  const ana = emulator.phone('+5511987654321');
  await ana.say('Can it come earlier?');
  await receive.drain();
  await ana.tap('Leave the parcel');
  await receive.drain();
  await sendUpdate('+5511987654321');
  await emulator.waitForIdle();
  await ana.read();
  console.log('25 hours pass, so that Meta refuses a text:');
  await emulator.clock.advance('25h');
  const well = wa.messages.sendText({ to: '+5511987654321', body: 'Well?' });
  const refused: unknown = await well.catch((error: unknown) => error);
  if (!isApiError(refused, 131047)) throw refused;
  console.log(`  ${refused.name} ${refused.code}: ${refused.hint}`);
  await receive.drain();
  const rows = ledger.entries().map(({ id, user, quote }) => ({
    message: names.get(id) ?? '',
    customer: user.replace('+', ''),
    market: quote.market ?? '',
    category: quote.category,
    'price USD': quote.outcome === 'priced' ? pricing.moneyToDecimal(quote.amount) : quote.outcome,
    'status webhooks': (statuses.get(id) ?? []).join(' → '),
    why: quote.reasons.at(-1) ?? '',
  }));
  console.log(`\n${table(rows, { right: ['price USD'], below: 'why' })}\n`);
  const { agreed, differences } = pricing.reconcile(ledger, reports);
  const amounts = ledger.totals().map(({ amount }) => amount);
  const total = pricing.moneyToDecimal(pricing.sumMoney('USD', amounts));
  const bill = pricing.moneyToDecimal(emulator.bill().total);
  console.log(`Our ledger says ${total} USD, the bill says ${bill} USD.`);
  console.log(`Status webhooks: ${agreed} of ${rows.length} messages agree, ${differences.length} differ.`);
  process.exitCode = agreed === rows.length && bill === total ? 0 : 1;
  server.close();
  await emulator.close();
}
