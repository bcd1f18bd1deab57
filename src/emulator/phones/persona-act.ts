import { preferPromotions, receive } from '../messages/inbound.ts';
import type { PersonaAct } from '../kernel/jobs.ts';
import { release } from '../messages/message-store.ts';
import { keepUser } from '../users/user-store.ts';
import { getPersona } from '../users/personas.ts';
import { toPhoneMessage } from './phone-message.ts';
import { chance } from '../kernel/random.ts';
import type { MessageRecord, PhoneNumberRecord } from '../kernel/records.ts';
import { getTap } from './tap.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const pick = <Item>(
  items: readonly Item[],
  context: EmulatorContext,
  what: string,
  wamid: string,
): Item | undefined => items[Math.floor(items.length * chance(context.settings.seed, what, wamid))];

function tap(context: EmulatorContext, number: PhoneNumberRecord, message: MessageRecord): void {
  const shown = toPhoneMessage(message, context.state.templates.get(message.templateId ?? ''));
  const buttons = shown.buttons.filter(
    ({ kind }) => kind === 'reply' || kind === 'quick_reply' || kind === 'row',
  );
  const button = pick(buttons, context, 'button', message.wamid);
  if (button === undefined) return;
  const inbound = getTap(button, { from: number.waId, id: message.wamid });
  if (inbound) receive(context, number, message.waId, inbound);
}

/** Does what a persona decided on when it got the message. */
export function actAsPersona(context: EmulatorContext, wamid: string, act: PersonaAct): void {
  const message = context.state.messages.get(wamid);
  if (message === undefined) return;
  message.waiting -= 1;
  const number = context.state.phoneNumbers.get(message.phoneNumberId);
  const persona = getPersona(context, message.waId);
  if (number && persona) {
    const { waId } = message;
    if (act === 'reply')
      receive(context, number, waId, {
        type: 'text',
        content: { body: pick(persona.replies ?? ['Thanks!'], context, 'reply text', wamid) ?? 'Thanks!' },
      });
    else if (act === 'tap') tap(context, number, message);
    else if (act === 'block') keepUser(context, waId).blocksBusiness = true;
    else {
      keepUser(context, waId).stoppedPromotions = true;
      preferPromotions(context, number, waId, 'stop');
    }
  }
  release(context, message);
}
