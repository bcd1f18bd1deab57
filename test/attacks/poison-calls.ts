import { describeErrorCode, isBsuid } from 'wabakit';
import { contactKey, isSameContact, toIdentityFacts, toSendFact } from 'wabakit/contacts';
import { chatButtonHtml, renderQrSvg, renderQrText, waMeLink } from 'wabakit/links';
import { fit, splitText, validateMessage } from 'wabakit/messages';
import { validateMedia } from 'wabakit/operations';
import * as pricing from 'wabakit/pricing';
import * as templates from 'wabakit/templates';

/** A pure function and arguments that it takes. */
interface PureCall {
  readonly name: string;
  readonly call: (args: readonly unknown[]) => unknown;
  readonly args: readonly unknown[];
  /**
   * Whether only the values inside an argument are replaced: an object of parameters, an event or a list that is missing as a whole is a
   * mistake that the first call shows.
   */
  readonly inside: boolean;
}

/** A function that is called as JavaScript calls it, without its types. */
const untyped =
  (call: (...args: never[]) => unknown) =>
  (args: readonly unknown[]): unknown =>
    Reflect.apply(call, undefined, args);

const row = (call: (...args: never[]) => unknown, ...args: readonly unknown[]): PureCall => ({
  name: call.name,
  call: untyped(call),
  args,
  inside: args.some((arg) => typeof arg === 'object'),
});

const at = Date.UTC(2026, 10, 28);
const definition = {
  name: 'hello',
  language: 'en',
  category: 'utility',
  header: { format: 'text', text: 'Order {{1}}', example: ['A'] },
  body: { text: 'Hi {{name}}, your order is ready to be picked up.', example: { name: 'Ana' } },
  footer: { text: 'Bye' },
  buttons: [
    { type: 'url', text: 'Go', url: 'https://a.example/{{1}}', example: ['https://a.example/x'] },
    { type: 'quick_reply', text: 'No' },
  ],
} as const;
const remote = {
  id: '1',
  name: 'hello',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [
    {
      type: 'HEADER',
      format: 'TEXT',
      text: 'Order {{a}}',
      example: { header_text_named_params: [{ param_name: 'a', example: 'b' }] },
    },
    { type: 'BODY', text: 'Hi {{1}}, your order is ready.', example: { body_text: [['Ana']] } },
    { type: 'FOOTER', text: 'Bye' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'Go', url: 'https://a.example/{{1}}', example: ['https://a.example/x'] },
        { type: 'FLOW', text: 'x', flow_id: 1, navigate_screen: 'A', flow_action: 'navigate' },
        { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+1' },
      ],
    },
    { type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: 'x' }] }] },
  ],
};
const login = {
  ...remote,
  name: 'login',
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 5 },
    {
      type: 'BUTTONS',
      buttons: [
        {
          type: 'OTP',
          otp_type: 'ONE_TAP',
          supported_apps: [{ package_name: 'a.b', signature_hash: 'x' }],
        },
      ],
    },
  ],
};
const parameters = { type: 'body', parameters: [{ type: 'text', text: 'a', parameter_name: 'name' }] };
const system = { type: 'user_changed_number', wa_id: '5', customer: '4' };
const ids = { wabaId: '1', phoneNumberId: '2', wamid: 'w', waId: '5511987654321', bsuid: 'BR.1' };
const changed = { kind: 'message', ...ids, at, type: 'system', system, raw: { from: '5' } };
const joined = {
  kind: 'groupParticipants',
  at,
  raw: { added_participants: [{ wa_id: '5', user_id: 'BR.1' }] },
};
const price = { category: 'marketing', type: 'regular', pricing_model: 'PMP', billable: true };
const delivered = { ...changed, kind: 'status', type: 'text', status: 'delivered', pricing: price };
const message = { messaging_product: 'whatsapp', to: '+5511987654321' };
const button = { type: 'reply', reply: { id: 'a', title: 'b' } };

function planOf(local: never, account: never): unknown {
  return templates.planTemplates(local, account, { now: at });
}

/** The pure functions that take values of strangers, or of callers without types. */
export const pureCalls: readonly PureCall[] = [
  row(contactKey, '+5511987654321'),
  row(isSameContact, '+5511987654321', '1'),
  row(isBsuid, 'BR.1'),
  row(toIdentityFacts, changed),
  row(toIdentityFacts, joined),
  row(toSendFact, { contacts: [{ input: '+5', wa_id: '5', user_id: 'BR.1' }] }, at),
  row(describeErrorCode, 131047, 1),
  row(waMeLink, { phone: '+5511987654321', text: 'Hi' }),
  row(chatButtonHtml, { phone: '+5511987654321', text: 'Hi', label: 'a', className: 'b' }),
  row(renderQrSvg, { link: 'https://wa.me/5', title: 'a' }),
  row(renderQrText, { link: 'https://wa.me/5' }),
  row(fit, 'Hello', 3),
  row(splitText, 'Hello you', 3),
  row(validateMedia, { type: 'image/png', size: 10 }),
  row(validateMessage, {
    ...message,
    type: 'interactive',
    interactive: { type: 'button', body: { text: 'x' }, action: { buttons: [button] } },
  }),
  row(validateMessage, {
    ...message,
    type: 'location',
    location: { latitude: 1, longitude: '2', name: 'x' },
  }),
  row(validateMessage, {
    ...message,
    type: 'template',
    template: { name: 'a', language: { code: 'en' }, components: [parameters] },
  }),
  row(pricing.quote, { to: '+5511987654321', category: 'marketing', currency: 'USD', at, timeZone: 'UTC' }),
  row(pricing.quoteCall, { to: '+5511987654321', currency: 'USD', seconds: 10, at }),
  row(pricing.findMarket, { to: '+5511987654321', at }),
  row(pricing.findMarket, { country: 'BR', at }),
  row(pricing.windowAt, { userAt: at }, at),
  row(pricing.toLedgerEvents, delivered),
  row(pricing.toPricingReports, delivered),
  row(pricing.parseMoney, 'USD', '1.50'),
  row(pricing.parseBillingTime, '2026-11-01', 'UTC'),
  row(templates.defineTemplate, definition),
  row(templates.validateTemplate, definition),
  row(templates.toTemplateDefinition, remote),
  row(templates.toTemplateDefinition, login),
  row(templates.templateModule, [remote]),
  row(templates.renderTemplatePayload, remote, { name: 'hello', components: [parameters] }),
  row(templates.renderTemplatePayload, login, { name: 'login', components: [parameters] }),
  row(planOf, [definition], [remote]),
];
