/**
 * What the cases need of rooms that wabakit does not have yet: consent, people who answer, counts. Each is a small interface with a plain implementation over
 * the SQLite file of the case.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isBsuid } from 'wabakit';
import type { BotPeople } from 'wabakit/bot';
import {
  moneyToDecimal,
  quoteFromCard,
  sumMoney,
  usd20261001,
  type Currency,
  type MessageCategory,
  type Quote,
  type RateCard,
} from 'wabakit/pricing';
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

/** Adds up what has a price: the total, such as `0.0068 USD`, and how many have none. */
export function addUp(currency: Currency, quotes: readonly Quote[]) {
  const amounts = quotes.flatMap((quote) => (quote.outcome === 'priced' ? [quote.amount] : []));
  const total = `${moneyToDecimal(sumMoney(currency, amounts))} ${currency}`;
  return { total, unknown: quotes.length - amounts.length };
}

/**
 * What a push to these people costs, in words for the staff: `2 messages, 0.0068 USD`. People are named by number, or by the business-scoped id, which begins
 * with the country. The card is that of the currency in which Meta bills the account.
 */
export function costOf(
  people: readonly string[],
  category: MessageCategory,
  at: number,
  card: RateCard = usd20261001,
): string {
  const quotes = people.map((id) =>
    quoteFromCard({
      ...(isBsuid(id) ? { country: id.slice(0, 2) } : { to: id }),
      card,
      category,
      at,
      window: 'closed',
    }),
  );
  const { total, unknown } = addUp(card.currency, quotes);
  const messages = people.length === 1 ? '1 message' : `${people.length} messages`;
  return `${messages}, ${total}${unknown === 0 ? '' : `, and ${unknown} whose price is not known`}`;
}
