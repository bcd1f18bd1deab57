import { UsageError } from '../../errors/usage-error.ts';
import { fromBase64 } from '../../shared/bytes.ts';
import { toDigits } from '../../shared/phone-number.ts';
import type { Core } from '../core/core.ts';
import type { Emulator } from '../core/emulator.ts';
import { receive } from '../messages/inbound.ts';
import { at, isObject, toList, toText } from '../kernel/json.ts';
import { messagesWith, scheduleStatus } from '../messages/message-store.ts';
import { findUser } from '../users/user-store.ts';
import { toPhoneMessage, type PhoneButton } from '../phones/phone-message.ts';
import type { PhoneAction } from '../page/protocol/protocol.ts';
import type { MessageRecord, PhoneNumberRecord } from '../kernel/records.ts';
import type { RejectionReason, TemplateName } from '../templates/template-reviewer.ts';
import { isCategory } from '../templates/template-store.ts';
import { flowAnswer, getTap } from '../phones/tap.ts';
import { checkAction } from './check-action.ts';
import { toFaultRule } from './fault-view.ts';

/** What actions work with. */
export interface ControlContext {
  readonly core: Core;
  readonly emulator: Emulator;
}

type ActionByKind<Kind extends PhoneAction['kind']> = Extract<PhoneAction, { readonly kind: Kind }>;

const refuse = (summary: string): never => {
  throw new UsageError({ summary });
};

function getNumber({ core }: ControlContext): PhoneNumberRecord {
  const { settings, state } = core.context;
  return state.phoneNumbers.get(settings.phoneNumberId) ?? refuse('The business has no phone number.');
}

function getMessage(
  { core }: ControlContext,
  { waId, wamid }: { readonly waId: string; readonly wamid: string },
): MessageRecord {
  const message = core.context.state.messages.get(wamid);
  if (message === undefined) return refuse(`The message ${wamid} is no longer kept.`);
  return message.waId === waId ? message : refuse(`The message ${wamid} is not in the chat of ${waId}.`);
}

const getContext = (context: ControlContext, wamid: string) => ({ from: getNumber(context).waId, id: wamid });

function getTemplate({ core }: ControlContext, id: string): TemplateName {
  return core.context.state.templates.get(id) ?? refuse(`No template has the id ${id}.`);
}

function findButton(context: ControlContext, action: ActionByKind<'tap'>): PhoneButton | undefined {
  const { id, index, card } = action;
  const message = getMessage(context, action);
  const shown = toPhoneMessage(message, context.core.context.state.templates.get(message.templateId ?? ''));
  const buttons = card === undefined ? shown.buttons : (shown.cards[card]?.buttons ?? []);
  return index === undefined ? buttons.find((button) => button.id === id) : buttons[index];
}

async function tap(context: ControlContext, action: ActionByKind<'tap'>): Promise<void> {
  const button = findButton(context, action) ?? refuse('The message has no such button.');
  const inbound = getTap(button, getContext(context, action.wamid));
  if (inbound) receive(context.core.context, getNumber(context), action.waId, inbound);
  await context.emulator.waitForIdle();
}

async function order(context: ControlContext, action: ActionByKind<'order'>): Promise<void> {
  const { waId, wamid, items } = action;
  const { payload } = getMessage(context, action);
  const content = {
    catalog_id: toText(at(payload, 'interactive', 'action', 'catalog_id')) ?? 'catalog',
    product_items: items.map(({ retailerId, quantity }) => ({
      product_retailer_id: retailerId,
      quantity,
      // The emulator keeps no catalogue, so it knows no prices.
      item_price: 0,
      currency: context.core.context.settings.currency,
    })),
  };
  receive(context.core.context, getNumber(context), waId, {
    type: 'order',
    content,
    context: getContext(context, wamid),
  });
  await context.emulator.waitForIdle();
}

function getToken({ payload }: MessageRecord): string {
  const components = toList(at(payload, 'template', 'components')).filter(isObject);
  const sent = components.flatMap((component) =>
    toList(component['parameters']).flatMap(
      (parameter) => toText(at(parameter, 'action', 'flow_token')) ?? [],
    ),
  );
  return toText(at(payload, 'interactive', 'action', 'parameters', 'flow_token')) ?? sent[0] ?? 'unused';
}

async function read(context: ControlContext, { waId, wamid }: ActionByKind<'read'>): Promise<void> {
  const { context: emulated } = context.core;
  const until = wamid === undefined ? Infinity : getMessage(context, { waId, wamid }).at;
  for (const message of messagesWith(emulated, waId))
    if (message.direction === 'out' && message.state === 'delivered' && message.at <= until)
      scheduleStatus(emulated, message, 'read', 0);
  await context.emulator.waitForIdle();
}

async function setWebhook({ core, emulator }: ControlContext, url: string | undefined): Promise<void> {
  const before = [...core.deliveries.subscriptions.values()].filter(
    ({ target }) => typeof target === 'string',
  );
  if (url !== undefined) await emulator.webhook.subscribe(url);
  for (const { id } of before) core.deliveries.subscriptions.delete(id);
  core.context.emit({ kind: 'business', at: core.context.now() });
}

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  fromBase64(base64) ?? refuse('The file that the page sent is not base64.');

const contactCard = (name: string, phone: string) => ({
  name: { formatted_name: name, first_name: name },
  phones: [{ phone, wa_id: toDigits(phone), type: 'CELL' }],
});

/** What each action does. One that cannot be done throws a `UsageError` with the reason. */
const performers: {
  readonly [Kind in PhoneAction['kind']]: (context: ControlContext, action: ActionByKind<Kind>) => unknown;
} = {
  addUser: ({ core, emulator }, { waId, name }) => {
    const phone = emulator.phone(waId, name === undefined ? {} : { name });
    core.context.emit({ kind: 'user', at: core.context.now(), waId: phone.waId });
  },
  say: ({ emulator }, { waId, text, quotes }) => emulator.phone(waId).say(text, { replyTo: quotes }),
  sendMedia: ({ emulator }, { waId, type, mimeType, data, filename, caption, voice }) =>
    emulator.phone(waId).send({ type, mimeType, filename, caption, voice, bytes: decode(data) }),
  shareLocation: ({ emulator }, { waId, latitude, longitude, name, address }) =>
    emulator.phone(waId).send({
      type: 'location',
      latitude,
      longitude,
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address }),
    }),
  shareContact: ({ emulator }, { waId, name, phone }) =>
    emulator.phone(waId).send({ type: 'contacts', contacts: [contactCard(name, phone)] }),
  tap,
  submitFlow: async (context, { waId, wamid, response }) => {
    const answer = flowAnswer(
      getToken(getMessage(context, { waId, wamid })),
      response,
      getContext(context, wamid),
    );
    receive(context.core.context, getNumber(context), waId, answer);
    await context.emulator.waitForIdle();
  },
  order,
  react: ({ emulator }, { waId, wamid, emoji }) => emulator.phone(waId).react(emoji, wamid),
  read,
  play: ({ emulator }, { waId, wamid }) => emulator.phone(waId).play(wamid),
  startFromAd: ({ emulator }, { waId, text, headline, body }) =>
    emulator.phone(waId).startFromAd({ text, headline, body }),
  block: ({ emulator }, { waId, blocked }) =>
    blocked ? emulator.phone(waId).block() : emulator.phone(waId).unblock(),
  stopPromotions: async ({ core, emulator }, { waId, stopped }) => {
    const isStopped = findUser(core.context, waId).stoppedPromotions === true;
    if (stopped === isStopped) return;
    await (stopped ? emulator.phone(waId).stopPromotions() : emulator.phone(waId).resumePromotions());
  },
  goOffline: ({ emulator }, { waId, offline }) =>
    offline ? emulator.phone(waId).goOffline() : emulator.phone(waId).goOnline(),
  setSpeed: ({ emulator }, { speed }) => {
    emulator.clock.run(speed);
  },
  advance: ({ emulator }, { milliseconds }) => emulator.clock.advance(milliseconds),
  approveTemplate: (context, { id }) => context.emulator.templates.approve(getTemplate(context, id)),
  rejectTemplate: (context, { id, reason }) =>
    context.emulator.templates.reject(getTemplate(context, id), reason as RejectionReason),
  pauseTemplate: (context, { id }) => context.emulator.templates.pause(getTemplate(context, id)),
  disableTemplate: (context, { id }) => context.emulator.templates.disable(getTemplate(context, id)),
  changeTemplateCategory: (context, { id, category }) =>
    isCategory(category)
      ? context.emulator.templates.changeCategory(getTemplate(context, id), category)
      : refuse(`${category} is not a template category; write AUTHENTICATION, MARKETING or UTILITY.`),
  addFault: ({ core }, { rule }) => core.faults.add(toFaultRule(rule)),
  removeFault: ({ core }, { id }) => {
    core.faults.remove(id);
  },
  redeliver: ({ emulator }, { number }) => emulator.webhook.redeliver(number),
  setWebhook: (context, { url }) => setWebhook(context, url),
  reset: ({ emulator }) => emulator.reset(),
};

/** Does what the person at the page asks for. Throws `UsageError` where it cannot be done or a field has a wrong type. */
export async function performAction(context: ControlContext, given: unknown): Promise<void> {
  const action = checkAction(given);
  const perform = performers[action.kind] as (context: ControlContext, action: PhoneAction) => unknown;
  await perform(context, action);
}
