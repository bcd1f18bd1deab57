/** What the desk keeps in its SQLite file. Of what customers write there is only the question of a request: chats stay in WhatsApp. */
import type { DatabaseSync } from 'node:sqlite';
import type { BotUser } from 'wabakit/bot';
import { cannedReplies } from './canned-replies.ts';
import type { Department, Language } from './texts.ts';

export interface Customer {
  readonly user: BotUser;
  readonly language: Language;
  /** When the customer last wrote, in epoch milliseconds. */
  readonly saidAt: number;
}

/** Something that happened in a chat with the desk; `statistics` counts them. */
export interface Turn {
  /** The same for a second delivery of the event, which then counts once. */
  readonly id: string;
  readonly at: number;
  readonly user: string;
  readonly kind: 'solved' | 'waits' | 'customer' | 'answer' | 'redirected' | 'released' | 'rated';
  readonly department?: string;
  /** The topic, or the stars of a rating. */
  readonly note?: string;
}

/** A question that came while the desk was closed. */
export interface CustomerRequest {
  readonly number: number;
  /** The key of the customer, and how the staff call them. */
  readonly user: string;
  readonly contact: string;
  readonly department: string;
  readonly topic: string;
  readonly details: string;
}

/** A row of a table. */
export type Row = Readonly<Record<string, unknown>>;

const tables = `
  CREATE TABLE IF NOT EXISTS customers (
    key TEXT PRIMARY KEY, contact TEXT, wa_id TEXT, bsuid TEXT, phone_number_id TEXT, language TEXT, said_at INTEGER);
  CREATE TABLE IF NOT EXISTS turns (
    position INTEGER PRIMARY KEY, id TEXT UNIQUE, at INTEGER, user TEXT, kind TEXT, department TEXT, note TEXT);
  CREATE TABLE IF NOT EXISTS requests (
    number INTEGER PRIMARY KEY, event TEXT UNIQUE, user TEXT, department TEXT, topic TEXT, details TEXT,
    state TEXT DEFAULT 'open');
  CREATE TABLE IF NOT EXISTS canned (
    name TEXT, department TEXT, language TEXT, title TEXT, text TEXT, PRIMARY KEY (name, language))`;

/** How the staff call a customer: by the number, or by the user id of one who shows none. */
export const contactOf = ({ waId, bsuid }: Pick<BotUser, 'waId' | 'bsuid'>): string => waId ?? bsuid ?? '';

const selectRequests = 'SELECT requests.*, contact FROM requests JOIN customers ON customers.key = user';
const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function toCustomer(row: Row): Customer {
  const [waId, bsuid] = [optional(row['wa_id']), optional(row['bsuid'])];
  const phoneNumberId = optional(row['phone_number_id']);
  return {
    user: { key: String(row['key']), waId, bsuid, phoneNumberId, name: undefined, groupId: undefined },
    language: row['language'] === 'ru' ? 'ru' : 'en',
    saidAt: Number(row['said_at']),
  };
}

const toRequest = (row: Row): CustomerRequest => ({
  number: Number(row['number']),
  user: String(row['user']),
  contact: String(row['contact']),
  department: String(row['department']),
  topic: String(row['topic']),
  details: String(row['details']),
});

/** Opens the tables, and makes them if they are missing. */
export function createData(database: DatabaseSync) {
  database.exec(tables);
  const seed = database.prepare('INSERT OR IGNORE INTO canned VALUES (?, ?, ?, ?, ?)');
  for (const { name, department, language, title, text } of cannedReplies)
    seed.run(name, department, language, title, text);
  const one = (sql: string, ...values: (string | number)[]): Row | undefined =>
    database.prepare(sql).get(...values);
  const all = (sql: string, ...values: (string | number)[]): readonly Row[] =>
    database.prepare(sql).all(...values);
  const change = (sql: string, ...values: (string | number | null)[]): boolean =>
    database.prepare(sql).run(...values).changes > 0;

  return {
    /** Notes that a customer wrote. The language counts for a new one only. */
    keepCustomer(user: BotUser, language: Language, at: number): void {
      const { key, waId = null, bsuid = null, phoneNumberId = null } = user;
      change(
        `INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
          contact = excluded.contact, wa_id = excluded.wa_id, bsuid = excluded.bsuid, said_at = excluded.said_at`,
        ...[key, contactOf(user), waId, bsuid, phoneNumberId, language, at],
      );
    },
    setLanguage: (key: string, language: Language) =>
      change('UPDATE customers SET language = ? WHERE key = ?', language, key),
    customer(key: string): Customer | undefined {
      const row = one('SELECT * FROM customers WHERE key = ?', key);
      return row && toCustomer(row);
    },
    findCustomer(contact: string): Customer | undefined {
      const row = one('SELECT * FROM customers WHERE contact = ? ORDER BY said_at DESC', contact);
      return row && toCustomer(row);
    },
    /** Adds a turn. Returns whether it is new. */
    addTurn: ({ id, at, user, kind, department = '', note = '' }: Turn): boolean =>
      change(
        'INSERT OR IGNORE INTO turns (id, at, user, kind, department, note) VALUES (?, ?, ?, ?, ?, ?)',
        ...[id, at, user, kind, department, note],
      ),
    turnsSince: (at: number): readonly Row[] =>
      all('SELECT * FROM turns WHERE at >= ? ORDER BY position', at),
    /** Adds a request, once for an event. Returns its number. */
    addRequest(
      event: string,
      { user, department, topic, details }: Omit<CustomerRequest, 'number' | 'contact'>,
    ): number {
      change(
        'INSERT OR IGNORE INTO requests (event, user, department, topic, details) VALUES (?, ?, ?, ?, ?)',
        ...[event, user, department, topic, details],
      );
      return Number(one('SELECT number FROM requests WHERE event = ?', event)?.['number']);
    },
    request(number: number): CustomerRequest | undefined {
      const row = one(`${selectRequests} WHERE number = ?`, number);
      return row && toRequest(row);
    },
    requestsIn: (state: 'open' | 'invited'): readonly CustomerRequest[] =>
      all(`${selectRequests} WHERE state = ? ORDER BY number`, state).map(toRequest),
    markInvited: (number: number) => change(`UPDATE requests SET state = 'invited' WHERE number = ?`, number),
    markAnswered: (user: string) => change(`UPDATE requests SET state = 'answered' WHERE user = ?`, user),
    topicsOf: (department: Department, language: Language) =>
      all('SELECT name, title FROM canned WHERE department = ? AND language = ?', department, language).map(
        ({ name, title }) => ({ id: String(name), title: String(title) }),
      ),
    cannedReply(name: string, language: Language) {
      const row = one('SELECT title, text FROM canned WHERE name = ? AND language = ?', name, language);
      return row && { title: String(row['title']), text: String(row['text']) };
    },
  };
}

export type Data = ReturnType<typeof createData>;
