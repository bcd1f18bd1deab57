/**
 * What the cases need of rooms that wabakit does not have yet: consent, people who answer, counts. Each is a small interface with a plain implementation over
 * the SQLite file of the case.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { BotPeople } from 'wabakit/bot';
import { moneyToDecimal, quoteFromCard, sumMoney, usd20261001, type MessageCategory } from 'wabakit/pricing';
import type { ConsentEvent } from 'wabakit/webhooks';
import type { Place } from './frame.ts';

/** Who agreed to what, when and how. */
export interface Consents {
  /** Notes that a person agreed. `proof` is what they did: the words they sent, the box they ticked. */
  agree(user: string, purpose: string, proof: string, at: number): void;
  /** Notes that a person takes it back; without a purpose all of it. */
  withdraw(user: string, purpose: string | undefined, proof: string, at: number): void;
  has(user: string, purpose: string): boolean;
  /** Everybody who agrees now. */
  everyone(purpose: string): readonly string[];
}

/** Keeps consents: a row for each change, the last one counts. */
export function createConsents(database: DatabaseSync): Consents {
  database.exec(
    'CREATE TABLE IF NOT EXISTS consents (id INTEGER PRIMARY KEY, user TEXT, purpose TEXT, agrees INTEGER, proof TEXT, at INTEGER)',
  );
  const add = database.prepare(
    'INSERT INTO consents (user, purpose, agrees, proof, at) VALUES (?, ?, ?, ?, ?)',
  );
  const now = database.prepare(
    'SELECT user, purpose FROM consents c WHERE agrees = 1 AND id = (SELECT max(id) FROM consents WHERE user = c.user AND purpose = c.purpose)',
  );
  const agreed = (): readonly { readonly user: string; readonly purpose: string }[] =>
    now.all().map(({ user, purpose }) => ({ user: String(user), purpose: String(purpose) }));
  return {
    agree: (user, purpose, proof, at) => void add.run(user, purpose, 1, proof, at),
    withdraw(user, purpose, proof, at) {
      for (const known of agreed())
        if (known.user === user && (purpose ?? known.purpose) === known.purpose)
          add.run(user, known.purpose, 0, proof, at);
    },
    has: (user, purpose) => agreed().some((known) => known.user === user && known.purpose === purpose),
    everyone: (purpose) =>
      agreed()
        .filter((known) => known.purpose === purpose)
        .map(({ user }) => user),
  };
}

/** Whether a `consent` event takes consent back: a stop word, or WhatsApp's own switch. */
export const isStop = ({ choice }: Pick<ConsentEvent, 'choice'>): boolean => choice === 'stop';

/** People who answer in place of the bot. `release` gives a customer back to it. */
export interface Staff extends BotPeople {
  readonly release: (user: string) => void;
}

/** Keeps whom people answer, and shows each hand-over to the staff. */
export function createStaff(database: DatabaseSync, { tell }: Pick<Place, 'tell'>): Staff {
  database.exec(
    'CREATE TABLE IF NOT EXISTS handed_over (user TEXT PRIMARY KEY, department TEXT, at INTEGER)',
  );
  const add = database.prepare('INSERT OR REPLACE INTO handed_over VALUES (?, ?, ?)');
  const find = database.prepare('SELECT department FROM handed_over WHERE user = ?');
  const remove = database.prepare('DELETE FROM handed_over WHERE user = ?');
  return {
    takeOver({ user, department, note, at }) {
      // A hand-over comes a second time after a crash.
      if (find.get(user.key) !== undefined) return;
      add.run(user.key, department, at);
      tell(`${department}: a customer waits${note === undefined ? '' : ` (${note})`}.`);
    },
    isAnswering: ({ key }) => find.get(key) !== undefined,
    release: (user) => void remove.run(user),
  };
}

/** What a push to these people costs, in words for the staff: `2 messages, 0.0068 USD`. */
export function costOf(numbers: readonly string[], category: MessageCategory, at: number): string {
  const quotes = numbers.map((to) =>
    quoteFromCard({ card: usd20261001, to, category, at, window: 'closed' }),
  );
  const amounts = quotes.flatMap((quote) => (quote.outcome === 'priced' ? [quote.amount] : []));
  const unknown = quotes.length - amounts.length;
  const total = moneyToDecimal(sumMoney('USD', amounts));
  const messages = numbers.length === 1 ? '1 message' : `${numbers.length} messages`;
  return `${messages}, ${total} USD${unknown === 0 ? '' : `, and ${unknown} whose price is not known`}`;
}
