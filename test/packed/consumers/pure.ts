/** What needs neither the types of the DOM nor those of Node: prices, templates and links. */
import { contactKey, createIdentities } from 'wabakit/contacts';
import { chatButtonHtml, renderQrSvg, waMeLink } from 'wabakit/links';
import {
  addMoney,
  closedWindow,
  createLedger,
  createMoney,
  formatMoney,
  quote,
  windowClosesAt,
  applyWindowEvent,
  type Money,
  type Quote,
} from 'wabakit/pricing';
import {
  defineTemplate,
  planTemplates,
  renderTemplate,
  templateMessage,
  validateTemplate,
  type TemplateDefinition,
} from 'wabakit/templates';

const at = Date.UTC(2026, 10, 2, 15);
const to = '+5511987654321';
const definition = {
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, it ships on {{day}}.', example: { name: 'Ana', day: 'Monday' } },
} as const satisfies TemplateDefinition;
export const orderUpdate = defineTemplate(definition);

export const window = applyWindowEvent(closedWindow, { kind: 'inbound', at });
export const closesAt: number | undefined = windowClosesAt(window);
export const price: Quote = quote({ to, category: 'utility', at, currency: 'USD', window });
export const cost: string = price.outcome === 'priced' ? formatMoney(price.amount) : price.outcome;
export const sum: Money<'USD'> = addMoney(createMoney('USD', 1), createMoney('USD', 2));
export const identities = createIdentities([{ at, waId: to, bsuid: 'BR.1' }]);
export const person: string = identities.resolve(contactKey(to));
export const shared = createLedger({ currency: 'USD', identities });
export const ledger = createLedger({ currency: 'USD', timeZone: 'America/Sao_Paulo' });

export const rendered: string = renderTemplate(orderUpdate, { body: { name: 'Bo', day: 'Friday' } }).text;
export const filled = templateMessage(orderUpdate, { body: { name: 'Bo', day: 'Friday' } });
export const rules: string[] = validateTemplate(orderUpdate).map(({ rule }) => rule);
export const plan = planTemplates;

export const link: string = waMeLink({ phone: to, text: 'Hi' });
export const drawings: string[] = [renderQrSvg({ link }), chatButtonHtml({ phone: to })];

export const mustNot = [
  // @ts-expect-error a category that does not exist
  quote({ to, category: 'promo', at, currency: 'USD', window }),
  // @ts-expect-error dollars and euros do not add
  addMoney(createMoney('USD', 1), createMoney('EUR', 1)),
  // @ts-expect-error a quote that is not priced has no amount
  price.amount,
  // @ts-expect-error a parameter is missing
  renderTemplate(orderUpdate, { body: { name: 'Bo' } }),
  // @ts-expect-error a misspelt parameter
  templateMessage(orderUpdate, { body: { nmae: 'Bo', day: 'Friday' } }),
  // @ts-expect-error a number is text
  waMeLink({ phone: 5511987654321 }),
];
