/** Flights, bookings, and the passengers who write: tables, seed rows, queries. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { BotUser } from 'wabakit/bot';

export type Language = 'en' | 'nl';

export interface Flight {
  readonly number: string;
  /** The day of departure in Amsterdam, `2026-11-03`. */
  readonly date: string;
  readonly city: string;
  /** When it was to leave, in epoch milliseconds. */
  readonly plannedAt: number;
  /** When it will leave. */
  readonly leavesAt: number;
  readonly gate: string;
}

export interface Booking {
  readonly locator: string;
  readonly name: string;
  readonly surname: string;
  readonly seat: string;
  readonly isCheckedIn: boolean;
}

export interface Passenger {
  /** `ctx.user.key` of the chat. */
  readonly key: string;
  readonly waId: string | undefined;
  readonly bsuid: string | undefined;
  readonly language: Language;
}

/** A booking that a passenger has shown to be theirs. */
export interface Trip {
  readonly passenger: Passenger;
  readonly booking: Booking;
  readonly flight: Flight;
}

const tables = `
  CREATE TABLE IF NOT EXISTS flights (
    number TEXT, date TEXT, city TEXT, planned_at INTEGER, gate TEXT, delay INTEGER DEFAULT 0, PRIMARY KEY (number, date));
  CREATE TABLE IF NOT EXISTS bookings (
    locator TEXT PRIMARY KEY, name TEXT, surname TEXT, number TEXT, date TEXT, seat TEXT, checked_in INTEGER DEFAULT 0);
  CREATE TABLE IF NOT EXISTS passengers (key TEXT PRIMARY KEY, wa_id TEXT, bsuid TEXT, language TEXT);
  CREATE TABLE IF NOT EXISTS trips (locator TEXT, key TEXT, PRIMARY KEY (locator, key));`;

// Every day, all from Amsterdam; the times are UTC.
const schedule = [
  { number: 'PA605', city: 'New York', time: '16:30', gate: 'E18' },
  { number: 'PA731', city: 'Porto', time: '06:55', gate: 'B12' },
  { number: 'PA844', city: 'Singapore', time: '20:10', gate: 'F4' },
] as const;
const sold = [
  { locator: 'R4T9WB', name: 'John', surname: 'Carter', number: 'PA605', inDays: 2, seat: '21B' },
  { locator: 'K7M2QX', name: 'Sanne', surname: 'Bakker', number: 'PA605', inDays: 2, seat: '21A' },
  { locator: 'H3N8LD', name: 'Priya', surname: 'Menon', number: 'PA731', inDays: 3, seat: '4C' },
] as const;
const plannedDays = 7;

/** Returns the day in Amsterdam: `2026-11-03`. */
export const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(at);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Makes the tables, and the flights of the next days. */
export function openTables(database: DatabaseSync, now: number): void {
  database.exec(tables);
  const today = dayOf(now);
  const addFlight = database.prepare(
    'INSERT OR IGNORE INTO flights (number, date, city, planned_at, gate) VALUES (?, ?, ?, ?, ?)',
  );
  for (let days = 0; days <= plannedDays; days += 1)
    for (const { number, city, time, gate } of schedule) {
      const date = addDays(today, days);
      addFlight.run(number, date, city, Date.parse(`${date}T${time}Z`), gate);
    }
  const addBooking = database.prepare(
    'INSERT OR IGNORE INTO bookings (locator, name, surname, number, date, seat) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { locator, name, surname, number, inDays, seat } of sold)
    addBooking.run(locator, name, surname, number, addDays(today, inDays), seat);
}

/** How long before departure check-in opens, in milliseconds. */
export const checkInOpensMs = 30 * 3_600_000;

export const isCheckInOpen = ({ leavesAt }: Flight, now: number): boolean =>
  leavesAt > now && leavesAt - checkInOpensMs <= now;

type Row = Readonly<Record<string, SQLOutputValue>>;
const textOrNone = (value: SQLOutputValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const toFlight = ({ number, date, city, planned_at, gate, delay }: Row): Flight => ({
  number: String(number),
  date: String(date),
  city: String(city),
  plannedAt: Number(planned_at),
  leavesAt: Number(planned_at) + Number(delay) * 60_000,
  gate: String(gate),
});
const toBooking = ({ locator, name, surname, seat, checked_in }: Row): Booking => ({
  locator: String(locator),
  name: String(name),
  surname: String(surname),
  seat: String(seat),
  isCheckedIn: checked_in === 1,
});
const toPassenger = ({ key, wa_id, bsuid, language }: Row): Passenger => ({
  key: String(key),
  waId: textOrNone(wa_id),
  bsuid: textOrNone(bsuid),
  language: language === 'nl' ? 'nl' : 'en',
});
const toTrip = (row: Row): Trip => ({
  passenger: toPassenger(row),
  booking: toBooking(row),
  flight: toFlight(row),
});

/** Returns the flight number that a text names, if it is one of ours: `PA605` of "is PA 605 late" and of "605". */
export function findFlightNumber(database: DatabaseSync, text: string): string | undefined {
  const [, digits = ''] = /(?:^|\bPA[ -]?)(\d{3})\b/i.exec(text.trim()) ?? [];
  const row = database.prepare('SELECT number FROM flights WHERE number = ?').get(`PA${digits}`);
  return row && String(row.number);
}

export function findFlight(database: DatabaseSync, number: string, date: string): Flight | undefined {
  const row = database.prepare('SELECT * FROM flights WHERE number = ? AND date = ?').get(number, date);
  return row && toFlight(row);
}

/** Returns the departures of a flight number in a time, earliest first. */
export const findDepartures = (
  database: DatabaseSync,
  number: string,
  from: number,
  until: number,
): readonly Flight[] =>
  database
    .prepare('SELECT * FROM flights WHERE number = ? AND planned_at <= ? ORDER BY planned_at')
    .all(number, until)
    .map(toFlight)
    .filter(({ leavesAt }) => leavesAt > from);

/** Notes a delay of so many minutes, or another gate. */
export function changeFlight(
  database: DatabaseSync,
  { number, date }: Flight,
  { delay, gate }: { readonly delay?: number; readonly gate?: string },
): void {
  database
    .prepare(
      'UPDATE flights SET delay = coalesce(?, delay), gate = coalesce(?, gate) WHERE number = ? AND date = ?',
    )
    .run(delay ?? null, gate ?? null, number, date);
}

export function findBooking(database: DatabaseSync, locator: string): Omit<Trip, 'passenger'> | undefined {
  const row = database
    .prepare('SELECT * FROM bookings JOIN flights USING (number, date) WHERE locator = ?')
    .get(locator);
  return row && { booking: toBooking(row), flight: toFlight(row) };
}

export const checkIn = (database: DatabaseSync, locator: string): void =>
  void database.prepare('UPDATE bookings SET checked_in = 1 WHERE locator = ?').run(locator);

/** Keeps who wrote. A number that was once shown stays known when the passenger hides it. */
export function keepPassenger(
  database: DatabaseSync,
  { key, waId, bsuid }: BotUser,
  language: Language,
): void {
  database
    .prepare(
      `INSERT INTO passengers (key, wa_id, bsuid, language) VALUES (?, ?, ?, ?) ON CONFLICT (key)
       DO UPDATE SET wa_id = coalesce(excluded.wa_id, wa_id), bsuid = coalesce(excluded.bsuid, bsuid)`,
    )
    .run(key, waId ?? null, bsuid ?? null, language);
}

export const setLanguage = (database: DatabaseSync, key: string, language: Language): void =>
  void database.prepare('UPDATE passengers SET language = ? WHERE key = ?').run(language, key);

/** Finds a passenger by the key of the chat, by the number in any spelling, or by the business-scoped user id. */
export function findPassenger(database: DatabaseSync, id: string): Passenger | undefined {
  const row = database
    .prepare('SELECT * FROM passengers WHERE key = ? OR bsuid = ? OR wa_id = ?')
    .get(id, id, id.replaceAll(/[\s()+-]/g, ''));
  return row && toPassenger(row);
}

export const keepTrip = (database: DatabaseSync, locator: string, key: string): void =>
  void database.prepare('INSERT OR IGNORE INTO trips (locator, key) VALUES (?, ?)').run(locator, key);

export const hasTrip = (database: DatabaseSync, key: string): boolean =>
  database.prepare('SELECT 1 FROM trips WHERE key = ?').get(key) !== undefined;

const trips =
  'SELECT * FROM trips JOIN passengers USING (key) JOIN bookings USING (locator) JOIN flights USING (number, date)';

export const findTripsOf = (database: DatabaseSync, locator: string): readonly Trip[] =>
  database.prepare(`${trips} WHERE locator = ?`).all(locator).map(toTrip);

export const findTripsOn = (database: DatabaseSync, { number, date }: Flight): readonly Trip[] =>
  database.prepare(`${trips} WHERE number = ? AND date = ? ORDER BY locator`).all(number, date).map(toTrip);
