import type { PersonaAct } from '../kernel/jobs.ts';
import { at, toList } from '../kernel/json.ts';
import { getPersona, timeWithin } from './personas.ts';
import { chance } from '../kernel/random.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** What a persona does with a message. */
export interface Behaviour {
  readonly deliveredAfter: number | undefined;
  readonly readAfter: number | undefined;
  /** What follows after reading. */
  readonly acts: readonly { readonly act: PersonaAct; readonly after: number }[];
}

const nothing: Behaviour = { deliveredAfter: undefined, readAfter: undefined, acts: [] };

const hasButtons = (message: MessageRecord): boolean =>
  toList(at(message.payload, 'interactive', 'action', 'buttons')).length > 0 ||
  message.templateId !== undefined;

/** Whether the message reaches the phone at all. */
export function isReached(context: EmulatorContext, message: MessageRecord): boolean {
  const persona = getPersona(context, message.waId);
  return (
    persona === undefined ||
    chance(context.settings.seed, 'reach', message.wamid) < (persona.deliveryRate ?? 1)
  );
}

/** Decides by the seed and the message alone, so that the order of events changes nothing and no memory is needed. */
export function behave(context: EmulatorContext, message: MessageRecord): Behaviour {
  const persona = getPersona(context, message.waId);
  if (persona === undefined) return nothing;
  const { seed } = context.settings;
  const happens = (what: string, rate: number | undefined): boolean =>
    rate !== undefined && chance(seed, what, message.wamid) < rate;
  const when = (what: string, longest: number): number => timeWithin(seed, what, message.wamid, longest);
  const acts: { act: PersonaAct; after: number }[] = [];
  const after = when('answer', persona.answersWithin);
  if (hasButtons(message) && happens('tap', persona.tapRate)) acts.push({ act: 'tap', after });
  else if (happens('reply', persona.replyRate)) acts.push({ act: 'reply', after });
  if (message.templateCategory === 'MARKETING' && happens('opt_out', persona.optOutRate))
    acts.push({ act: 'opt_out', after });
  if (happens('block', persona.blockRate)) acts.push({ act: 'block', after });
  return {
    deliveredAfter: when('delivered', persona.deliveredWithin),
    readAfter: happens('read', persona.readRate) ? when('read', persona.readWithin) : undefined,
    acts,
  };
}
