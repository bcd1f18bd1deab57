/** What every part of the program works with. */
import { DatabaseSync } from 'node:sqlite';
import type { Recipient } from 'wabakit';
import type { BotUser } from 'wabakit/bot';
import type { Place } from '../frame.ts';
import { createConsents, createStaff, type Consents, type Staff } from '../ports.ts';
import { openRecords, type Records } from './data.ts';
import { texts, type Texts } from './texts.ts';

/** The tables, and those who answer in place of the bot. */
export interface Desk {
  readonly place: Place;
  readonly records: Records;
  readonly consents: Consents;
  readonly staff: Staff;
  /** The texts in the language of a user. */
  readonly textsOf: (user: Pick<BotUser, 'key'>) => Texts;
  readonly close: () => void;
}

/** The one purpose for which the business writes first. */
export const updates = 'updates';

/** The id that somebody is written to: the number, or the business-scoped id of somebody who shows none. */
export const addressOf = ({ waId, bsuid }: BotUser): string => waId ?? bsuid ?? '';

/** The address as a recipient. */
export const recipientAt = (address: string): Recipient =>
  /^\d+$/.test(address) ? { waId: address } : { recipient: address };

/** Opens the data file. */
export function openDesk(place: Place): Desk {
  const database = new DatabaseSync(place.file('data.db'));
  const records = openRecords(database, place.now());
  return {
    place,
    records,
    consents: createConsents(database),
    staff: createStaff(database, place),
    textsOf: ({ key }) => texts[records.languageOf(key)],
    close: () => database.close(),
  };
}

/** Ends what was agreed for trips that are over. */
export function forgetTrips({ records, consents }: Desk, now: number): void {
  records.forgetTrips(now);
  for (const user of consents.everyone(updates))
    if (records.topicsOf(user).length === 0) consents.withdraw(user, updates, 'the trip is over', now);
}
