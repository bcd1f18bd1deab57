/** The drivers with their documents, their shifts and damage reports, in a SQLite file. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { BotUser } from 'wabakit/bot';
import { contactKey } from 'wabakit/contacts';

export type Language = 'en' | 'es';
export const documentKinds = ['licence', 'insurance', 'registration'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const damageKinds = ['glass', 'bodywork', 'tyre', 'lights'] as const;
export type DamageKind = (typeof damageKinds)[number];

export interface Driver {
  /** The same for every spelling of the number. */
  readonly contact: string;
  readonly number: string;
  readonly name: string;
  readonly language: Language;
  /** Until when each document is valid, in epoch milliseconds. */
  readonly validUntil: Readonly<Record<DocumentKind, number>>;
  /** The key by which the bot remembers the driver; empty before the first message. */
  readonly userKey: string;
  /** When the customer service window closes, in epoch milliseconds; 0 before the first message. */
  readonly windowClosesAt: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS drivers (
    contact TEXT PRIMARY KEY, number TEXT, name TEXT, language TEXT,
    licence INTEGER, insurance INTEGER, registration INTEGER,
    user_key TEXT DEFAULT '', window_closes_at INTEGER DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS shifts (contact TEXT, started_at INTEGER, ended_at INTEGER);
  CREATE TABLE IF NOT EXISTS reports (
    id INTEGER PRIMARY KEY, contact TEXT, place TEXT, damage TEXT, photo TEXT UNIQUE,
    is_done INTEGER DEFAULT 0, at INTEGER
  );`;

const day = 86_400_000;
/** Numbers as an office writes them, and for how many days licence, insurance and registration are valid. */
const seed = [
  ['+52 55 1234 5678', 'Lucía Romero', 'es', 200, 12, 400],
  ['+54 11 2345-6789', 'Diego Sosa', 'es', 90, 150, -3],
  ['+55 (31) 8765-4321', 'Grace Lima', 'en', 300, 80, 210],
] as const;

type Row = ReturnType<StatementSync['all']>[number];

const toDriver = (row: Row): Driver => ({
  contact: String(row['contact']),
  number: String(row['number']),
  name: String(row['name']),
  language: row['language'] === 'en' ? 'en' : 'es',
  validUntil: {
    licence: Number(row['licence']),
    insurance: Number(row['insurance']),
    registration: Number(row['registration']),
  },
  userKey: String(row['user_key']),
  windowClosesAt: Number(row['window_closes_at']),
});

/** Opens the file and adds what is missing. Every function bears a second call for the same message. */
export function openFleet(file: string, now: number) {
  const database = new DatabaseSync(file);
  database.exec(schema);
  const query = (sql: string, ...values: readonly (string | number)[]): readonly Row[] =>
    database.prepare(sql).all(...values);
  for (const [number, name, language, ...days] of seed)
    query(
      `INSERT OR IGNORE INTO drivers (contact, number, name, language, licence, insurance, registration)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[contactKey(number), number, name, language, ...days.map((left) => now + left * day)],
    );

  /** Finds a driver by the number in any spelling. */
  const find = (number = ''): Driver | undefined =>
    query('SELECT * FROM drivers WHERE contact = ?', contactKey(number)).map(toDriver)[0];
  /** Returns when the shift began that goes on. */
  const shiftOf = ({ contact }: Driver): number | undefined =>
    query('SELECT started_at AS at FROM shifts WHERE contact = ? AND ended_at IS NULL', contact).map(
      ({ at }) => Number(at),
    )[0];

  return {
    database,
    find,
    /** Returns the driver who writes; the line lets nobody else in. */
    get({ waId }: Pick<BotUser, 'waId'>): Driver {
      const driver = find(waId);
      if (driver === undefined) throw new Error('Somebody who is no driver got in.');
      return driver;
    },
    heardFrom({ contact }: Driver, userKey: string, closesAt: number): void {
      query(
        'UPDATE drivers SET user_key = ?, window_closes_at = ? WHERE contact = ?',
        userKey,
        closesAt,
        contact,
      );
    },
    setLanguage({ contact }: Driver, language: Language): void {
      query('UPDATE drivers SET language = ? WHERE contact = ?', language, contact);
    },
    shiftOf,
    startShift(driver: Driver, at: number): void {
      if (shiftOf(driver) === undefined) query('INSERT INTO shifts VALUES (?, ?, NULL)', driver.contact, at);
    },
    /** Ends the shift. Returns when it began, or `undefined` if there was none. */
    endShift({ contact }: Driver, at: number): number | undefined {
      query('UPDATE shifts SET ended_at = ? WHERE contact = ? AND ended_at IS NULL', at, contact);
      const ended = query(
        'SELECT started_at AS began FROM shifts WHERE contact = ? AND ended_at = ?',
        contact,
        at,
      );
      return ended.map(({ began }) => Number(began))[0];
    },
    onShift: (): readonly Driver[] =>
      query(
        'SELECT * FROM drivers WHERE contact IN (SELECT contact FROM shifts WHERE ended_at IS NULL) ORDER BY name',
      ).map(toDriver),
    /** Adds a report and returns its number. A photo is in one report. */
    addReport({ contact }: Driver, place: string, damage: DamageKind, photo: string, at: number): number {
      query(
        'INSERT OR IGNORE INTO reports (contact, place, damage, photo, at) VALUES (?, ?, ?, ?, ?)',
        ...[contact, place, damage, photo, at],
      );
      return Number(query('SELECT id FROM reports WHERE photo = ?', photo)[0]?.['id']);
    },
    /** Notes that a report is done. Returns its driver, or `undefined` if no such report is open. */
    finishReport(id: number): Driver | undefined {
      const [row] = query(
        'UPDATE reports SET is_done = 1 WHERE id = ? AND is_done = 0 RETURNING contact',
        id,
      );
      return row && find(String(row['contact']));
    },
  };
}

/** The data of the line. */
export type Fleet = ReturnType<typeof openFleet>;
