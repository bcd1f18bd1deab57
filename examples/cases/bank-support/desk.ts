/** The desk: what routes, dialogues and commands share. */
import { menu, type BotContext, type BotUser } from 'wabakit/bot';
import { eventKey } from 'wabakit/webhooks';
import type { Place } from '../frame.ts';
import type { Consents, Staff } from '../ports.ts';
import { contactOf, type Data } from './data.ts';
import { nextOpening } from './hours.ts';
import { texts, type Department, type Language, type Texts } from './texts.ts';

export interface Desk {
  readonly place: Place;
  readonly data: Data;
  readonly staff: Staff;
  readonly consents: Consents;
}

/** What customers agree to: a message from us once their request can be answered. */
export const purpose = 'answers';

export const departments: readonly Department[] = ['cards', 'accounts', 'loans', 'fraud', 'other'];

export const languageOf = ({ data }: Desk, { key }: Pick<BotUser, 'key'>): Language =>
  data.customer(key)?.language ?? 'en';

/** Returns the texts in the language of a customer. */
export const textsFor = (desk: Desk, user: Pick<BotUser, 'key'>): Texts => texts[languageOf(desk, user)];

/** Says when the desk opens: `on Tuesday at 9:00`. */
export function openingIn({ opens }: Texts, at: number): string {
  const { day, hour } = nextOpening(at);
  return opens(day, hour);
}

/** The departments as a menu. */
export const departmentMenu = (words: Texts, body = words.menu) =>
  menu(
    departments.map((id) => ({ id: `department:${id}`, title: words.departments[id] })),
    { name: 'departments', body, button: words.choose },
  ).content;

/** Puts a customer into the queue of a department. Reply after it: a promise of an answer comes once somebody has the question. */
export async function toPeople(
  { data, place }: Desk,
  { event, user, handOver }: Pick<BotContext, 'event' | 'user' | 'handOver'>,
  department: string,
  topic: string,
  details?: string,
): Promise<void> {
  const id = `waits ${await eventKey(event)}`;
  data.addTurn({ id, at: place.now(), user: user.key, kind: 'waits', department, note: topic });
  const words = [contactOf(user), topic].join(', ');
  await handOver(department, details === undefined ? words : `${words}: ${details}`);
}
