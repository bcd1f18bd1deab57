/** The data file: tables, first rows, and queries as plain functions. */
import { DatabaseSync } from 'node:sqlite';
import { recipientOf, type EventRecipient } from 'wabakit';
import type { BotUser } from 'wabakit/bot';
import { customers, places } from './seed.ts';
import { texts, type Language, type Texts } from './texts.ts';

/** A place on the map. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS users (
    key TEXT PRIMARY KEY, person TEXT, wa_id TEXT, bsuid TEXT, group_id TEXT, phone_number_id TEXT, language TEXT
  );
  CREATE TABLE IF NOT EXISTS cases (number INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT UNIQUE);
  CREATE TABLE IF NOT EXISTS customers (
    number TEXT PRIMARY KEY, wa_id TEXT, birth_date TEXT, ending TEXT, balance INTEGER
  );
  CREATE TABLE IF NOT EXISTS sign_ins (
    token TEXT PRIMARY KEY, user TEXT, made_at INTEGER, used_by TEXT, customer TEXT, until INTEGER
  )`;

/** Opens the file, and fills it if it is new. */
export function openData(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(schema);
  const add = database.prepare('INSERT OR IGNORE INTO customers VALUES (?, ?, ?, ?, ?)');
  for (const { number, waId, birthDate, ending, balance } of customers)
    add.run(number, waId, birthDate, ending, balance);
  return database;
}

/** What a consent belongs to: the person, in whichever chat. */
export const personOf = ({ bsuid, waId, key }: BotUser): string => bsuid ?? waId ?? key;

/** Keeps where a user is answered and in which language. No name: it is not needed. */
export function keepUser(database: DatabaseSync, user: BotUser, language: Language): void {
  const { key, waId = null, bsuid = null, groupId = null, phoneNumberId = null } = user;
  database
    .prepare('INSERT OR REPLACE INTO users VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(key, personOf(user), waId, bsuid, groupId, phoneNumberId, language);
}

/** A user who was kept. */
export interface KnownUser {
  readonly key: string;
  readonly language: Language;
  readonly address: EventRecipient;
}

function findUsers(database: DatabaseSync, condition: string, value: string): readonly KnownUser[] {
  const text = (column: unknown): string | undefined => (typeof column === 'string' ? column : undefined);
  return database
    .prepare(`SELECT * FROM users WHERE ${condition}`)
    .all(value)
    .map((row) => ({
      key: text(row['key']) ?? '',
      language: row['language'] === 'en' ? 'en' : 'id',
      address: recipientOf({
        kind: 'user',
        waId: text(row['wa_id']),
        bsuid: text(row['bsuid']),
        groupId: text(row['group_id']),
        phoneNumberId: text(row['phone_number_id']),
      }),
    }));
}

export const findUser = (database: DatabaseSync, key: string): KnownUser | undefined =>
  findUsers(database, 'key = ?', key)[0];

/** Returns the chat with a person alone. */
export const findPerson = (database: DatabaseSync, person: string): KnownUser | undefined =>
  findUsers(database, 'group_id IS NULL AND person = ?', person)[0];

/** Returns the texts in the language of a user. */
export const textsFor = (database: DatabaseSync, { key }: Pick<BotUser, 'key'>): Texts =>
  texts[findUser(database, key)?.language ?? 'id'];

/** Returns the number of a user's case. The staff write to it, so that no telephone number is on their screen. */
export function openCase(database: DatabaseSync, user: string): number {
  database.prepare('INSERT OR IGNORE INTO cases (user) VALUES (?)').run(user);
  return Number(database.prepare('SELECT number FROM cases WHERE user = ?').get(user)?.['number']);
}

export const findCase = (database: DatabaseSync, number: number): KnownUser | undefined =>
  findUsers(database, 'key = (SELECT user FROM cases WHERE number = ?)', String(number))[0];

export const closeCase = (database: DatabaseSync, user: string): void =>
  void database.prepare('DELETE FROM cases WHERE user = ?').run(user);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Returns the distance in kilometres along the surface of the earth (haversine). */
export function distanceOf(from: Point, to: Point): number {
  const half = (first: number, second: number): number => Math.sin(radians(second - first) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * 6371 * Math.asin(Math.sqrt(chord));
}

/** Returns the three nearest places of a kind, a line each. */
export const listNearest = (kind: string, here: Point): readonly string[] =>
  places
    .filter((place) => place.kind === kind)
    .map((place) => ({ ...place, distance: distanceOf(here, place) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name, address, town, distance }) => `- ${name}, ${address}, ${town}: ${distance.toFixed(1)} km`);

/** Returns the middle of a town: where we have our first place there. */
export function pointOf(town: string): Point | undefined {
  const place = places.find((one) => one.town === town);
  return place && { latitude: place.latitude, longitude: place.longitude };
}
