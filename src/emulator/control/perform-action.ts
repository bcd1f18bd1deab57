import { fromBase64 } from '../../shared/bytes.ts';
import { toDigits } from '../../shared/phone-number.ts';
import { messagesWith, scheduleStatus } from '../messages/message-store.ts';
import { findUser } from '../users/user-store.ts';
import type { PhoneAction } from '../page/protocol/protocol.ts';
import type { RejectionReason, TemplateName } from '../templates/template-reviewer.ts';
import { isCategory } from '../templates/template-store.ts';
import { answers } from './answers.ts';
import { checkAction } from './check-action.ts';
import { getMessage, refuse, type ActionByKind, type ControlContext } from './control-context.ts';
import { toFaultRule } from './fault-view.ts';

function getTemplate({ core }: ControlContext, id: string): TemplateName {
  return core.context.state.templates.get(id) ?? refuse(`No template has the id ${id}.`);
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
  shareContact: ({ emulator }, { waId, name, phone }) =>
    emulator.phone(waId).send({ type: 'contacts', contacts: [contactCard(name, phone)] }),
  shareLocation: ({ emulator }, { waId, location }) =>
    emulator.phone(waId).send({ type: 'location', ...location }),
  ...answers,
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
