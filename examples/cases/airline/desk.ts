/** What every part of the program works with. */
import { DatabaseSync } from 'node:sqlite';
import type { BotUser } from 'wabakit/bot';
import type { WebhookEvent } from 'wabakit/webhooks';
import type { Place } from '../frame.ts';
import { createConsents, createStaff, type Consents, type Staff } from '../ports.ts';
import { findPassenger, openTables, type Language } from './data.ts';

/** What passengers agree to. */
export const purpose = 'flight updates';

export interface Desk {
  readonly place: Place;
  readonly database: DatabaseSync;
  readonly consents: Consents;
  readonly staff: Staff;
  /** The language that a passenger chose, or that of the first message. */
  readonly languageOf: (user: BotUser, event: WebhookEvent) => Language;
}

/** Guesses from a first message. */
const isDutch = (text: string): boolean =>
  /\b(hallo|hoi|goede\w+|vlucht\w*|boeking|mijn|graag|nederlands)\b/i.test(text);

/** Returns what a passenger typed, or the label of the button; an empty text for everything else. */
export function saidIn(event: WebhookEvent): string {
  if (event.kind !== 'message') return '';
  if (event.type === 'text') return event.text.body;
  const answer = event.type === 'interactive' ? event.interactive : undefined;
  return answer?.type === 'button_reply' ? answer.button_reply.title : '';
}

export function openDesk(place: Place): Desk {
  const database = new DatabaseSync(place.file('data.db'));
  openTables(database, place.now());
  return {
    place,
    database,
    consents: createConsents(database),
    staff: createStaff(database, place),
    languageOf: ({ key }, event) =>
      findPassenger(database, key)?.language ?? (isDutch(saidIn(event)) ? 'nl' : 'en'),
  };
}
