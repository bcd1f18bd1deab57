import { createEmulator } from 'wabakit/emulator';
import { closedWindow, formatMoney, quote, applyWindowEvent } from 'wabakit/pricing';
import { defineTemplate, renderTemplate, templateMessage, validateTemplate } from 'wabakit/templates';
import { getClient, customer, equal } from './check.ts';

export async function prices(): Promise<void> {
  const price = (to: string, at: number, timeZone: string) => {
    const window = applyWindowEvent(closedWindow, { kind: 'inbound', at: at - 60_000 });
    const result = quote({ to, category: 'utility', at, timeZone, currency: 'USD', window });
    return result.outcome === 'priced'
      ? [result.market, formatMoney(result.amount), result.pricingType]
      : result.outcome;
  };
  const november = Date.UTC(2026, 10, 2, 15);
  equal(
    price(customer, november, 'America/Sao_Paulo'),
    ['Brazil', '$0.0068', 'regular'],
    'Brazil in November',
  );
  equal(
    price('+4915112345678', november, 'Europe/Berlin'),
    ['Germany', '$0.055', 'regular'],
    'Germany in November',
  );
  // Utility messages in an open window are charged from October 2026 on, where the account is: two hours into it in UTC is September in São Paulo.
  const turn = Date.UTC(2026, 9, 1, 2);
  equal(price(customer, turn, 'UTC'), ['Brazil', '$0.0068', 'regular'], 'October in UTC');
  equal(
    price(customer, turn, 'America/Sao_Paulo'),
    ['Brazil', '$0.00', 'free_customer_service'],
    'September in São Paulo',
  );
}

export async function buildsTemplates(): Promise<void> {
  const orderUpdate = defineTemplate({
    name: 'order_update',
    language: 'en',
    category: 'utility',
    body: { text: 'Hi {{name}}, your order ships on {{day}}.', example: { name: 'Ana', day: 'Monday' } },
  });
  const parameters = { body: { name: 'Zoë', day: 'Friday' } };
  equal(validateTemplate(orderUpdate), [], 'issues');
  equal(renderTemplate(orderUpdate, parameters).text, 'Hi Zoë, your order ships on Friday.', 'the preview');
  equal(templateMessage(orderUpdate, parameters).template.name, 'order_update', 'the payload');
  const broken = { ...orderUpdate, body: { text: 'Hi {{name}}', example: { name: 'Ana' } } };
  equal(
    validateTemplate(broken).some(({ severity }) => severity === 'error'),
    true,
    'an error for a placeholder at the edge',
  );
  const emulator = await createEmulator({ templates: [orderUpdate] });
  await getClient(emulator).messages.sendTemplate({ to: customer, template: orderUpdate, parameters });
  await emulator.waitForIdle();
  equal(
    emulator.phone(customer).lastMessage?.text,
    'Hi Zoë, your order ships on Friday.',
    'what the phone shows',
  );
  await emulator.close();
}
