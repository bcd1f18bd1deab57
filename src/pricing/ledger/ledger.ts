import { createIdentities, type Identities, type IdentityRecord } from '../../contacts/identities.ts';
import { localDate, toEpoch } from '../values/calendar.ts';
import { mergeBillingConversations, openBillingConversation } from '../windows/billing-conversations.ts';
import type { OpenBillingConversations } from '../windows/billing-conversations.ts';
import { getHome } from '../quote/cut-off.ts';
import { cardFor, onDate } from '../quote/dated-card.ts';
import { CostBook } from './cost-book.ts';
import type { UncostedRow } from './cost-book.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { LedgerDeliveredEvent, LedgerEvent, LedgerMessage } from './ledger-event.ts';
import { TotalsTable } from './ledger-totals.ts';
import type { LedgerTotal } from './ledger-totals.ts';
import { toDigits } from '../markets/market.ts';
import type { AuthenticationInternational, MessageParams } from '../quote/message-params.ts';
import type { Currency } from '../values/money.ts';
import { isBsuid } from '../../shared/ids.ts';
import { badValue, show } from '../values/pricing-error.ts';
import { modelOn } from '../cards/pricing-model.ts';
import { MessageBook } from './message-book.ts';
import type { MessageOutcome, PendingMessage } from './message-book.ts';
import { withReportedCost } from './reported-cost.ts';
import type { ReportedCost } from './reported-cost.ts';
import { matchMarket, priceMatched, unknownMarket } from '../quote/price-message.ts';
import type { CountedIn, Quote } from '../quote/quote-result.ts';
import type { RateCard } from '../cards/rate-card.ts';
import { UserWindows } from '../windows/user-windows.ts';
import type { WindowRow } from '../windows/user-windows.ts';
import { applyWindowEvent, windowAt } from '../windows/window.ts';
import type { WindowState } from '../windows/window.ts';

/** Options of {@link createLedger}. */
export interface LedgerOptions<C extends Currency = Currency> {
  /** The currency of the WABA. */
  readonly currency: C;
  /** The WABA's IANA time zone: cards, months and counts turn at 12am there. Default `UTC`. */
  readonly timeZone?: string | undefined;
  /** Your own cards, read by `parseRateCardCsv`. Of two cards in force the later one is used. Default: none. */
  readonly cards?: readonly RateCard[] | undefined;
  /** The WABA's authentication-international terms. Default: none. */
  readonly authenticationInternational?: AuthenticationInternational | undefined;
  /** Whether the business is an eligible government or non-profit. Default false. */
  readonly isExempt?: boolean | undefined;
  /** The ISO 3166-1 code of the country where the business is, for the currencies that India and Brazil demand from 2027 on. Default: not known. */
  readonly basedIn?: string | undefined;
  /** How many hours a free entry point window lasts. Default 72, see `applyWindowEvent`. */
  readonly freeEntryPointHours?: number | undefined;
  /**
   * What is known about which ids are one person's. The ledger asks it whose window a message is in, and teaches it what its events attest, so that
   * one value can serve the receiver and several ledgers. Default: a new one, continued from the snapshot.
   */
  readonly identities?: Identities | undefined;
  /** Whether to keep every entry, which `reconcile` needs. Default false: only totals are kept, so that memory grows with users and not with messages. */
  readonly keepEntries?: boolean | undefined;
}

/** A ledger as plain JSON. Pass it to `createLedger` to continue. */
export interface LedgerSnapshot<C extends Currency = Currency> {
  /** The version of this format. */
  readonly version: 1;
  /** The currency of the WABA. */
  readonly currency: C;
  /** What was learned about ids. */
  readonly identities: readonly IdentityRecord[];
  /** The windows of each user. */
  readonly windows: readonly WindowRow[];
  /** The open billing conversations of each user, for dates before 2025-07-01. */
  readonly conversations: readonly (readonly [user: string, open: OpenBillingConversations])[];
  /** The messages that were accepted and not yet delivered or failed. */
  readonly pending: readonly PendingMessage[];
  /** The statuses that arrived before their `sent` event. */
  readonly early: readonly MessageOutcome[];
  /** The ids of the messages that are priced or failed. */
  readonly settled: readonly string[];
  /** The monthly counts of volume tiers and free messages. */
  readonly counts: readonly (readonly [key: string, count: number])[];
  /** The totals per month. */
  readonly totals: readonly LedgerTotal<C>[];
  /** The priced messages, if `keepEntries` is set. */
  readonly entries: readonly LedgerEntry<C>[];
  /** The messages of the Marketing Messages API whose cost no status has said yet. */
  readonly uncosted: readonly UncostedRow<C>[];
}

/** Prices a stream of events. Made by `createLedger`. */
export interface Ledger<C extends Currency = Currency> {
  /** What is known about which ids are one person's: the option of that name, or the ledger's own. */
  readonly identities: Identities;
  /**
   * Records an event and returns the entry if it priced a message. A repeated status changes nothing, unless it is the first
   * that says what a max-price message cost: then it corrects the entry and returns it. A status that arrives before its `sent`
   * event waits for it; that `sent` event then prices the message and returns the entry, of several group members the last one.
   */
  record(event: LedgerEvent): LedgerEntry<C> | undefined;
  /** Returns the totals of all messages delivered so far. */
  totals(): LedgerTotal<C>[];
  /** Returns the priced messages; empty unless `keepEntries` is set. */
  entries(): readonly LedgerEntry<C>[];
  /** Returns the messages that Meta accepted and has not reported as delivered or failed. */
  pending(): PendingMessage[];
  /** Returns the windows of a user after the last event. `user` is any of their ids, in any spelling. */
  window(phoneNumberId: string, user: string): WindowState;
  /** Returns how many messages count towards a volume tier in a month. */
  volume(month: string, market: string, category: 'utility' | 'authentication'): number;
  /** Returns how many free service messages a phone number has used in a month. */
  freeServiceMessagesUsed(month: string, phoneNumberId: string): number;
  /** Sets a volume tier count that includes messages the ledger has not seen, such as the month so far or another WABA of the portfolio. */
  setVolume(month: string, market: string, category: 'utility' | 'authentication', count: number): void;
  /** Sets how many free service messages a phone number has used in a month. */
  setFreeServiceUsed(month: string, phoneNumberId: string, count: number): void;
  /** Drops windows that closed and messages that were accepted before a time, as a `Date` or epoch milliseconds. Call it once a day to limit memory. */
  forget(before: Date | number): void;
  /** Returns the whole ledger as plain JSON. */
  snapshot(): LedgerSnapshot<C>;
}

function getAddress(
  message: LedgerMessage,
  recipient: string | undefined,
): Pick<MessageParams, 'to' | 'country'> {
  if (recipient === undefined && message.country !== undefined) return { country: message.country };
  const address = recipient ?? message.to ?? message.user;
  return isBsuid(address) ? { country: address.slice(0, 2) } : { to: address };
}

function getPool(category: string): 'utility' | 'authentication' {
  return category.startsWith('authentication') ? 'authentication' : 'utility';
}

/**
 * Creates a ledger, which prices each message when it is delivered, and keeps windows, volume tiers, free service messages and monthly totals.
 * One ledger serves the WABAs that share currency, time zone and business portfolio.
 *
 * Record what `toLedgerEvents` returns, or your own events. Pass a snapshot as the second argument to continue from it. Throws `PricingError`
 * if the snapshot has another currency or an option is not valid; `record` throws it for a `sent` event without an address that can be priced.
 *
 * @example
 * const ledger = createLedger({ currency: 'USD', timeZone: 'America/Sao_Paulo' });
 * ledger.record({ kind: 'sent', id: 'wamid.1', phoneNumberId: '106', user: '5511987654321', category: 'marketing', at });
 * ledger.record({ kind: 'delivered', id: 'wamid.1', at })?.quote; // { outcome: 'priced', amount: { currency: 'USD', scaledAmount: 625, scale: 4 }, … }
 * ledger.totals(); // [{ month: '2026-10', market: 'Brazil', category: 'marketing', type: 'regular', messages: 1, … }]
 */
export function createLedger<C extends Currency>(
  options: LedgerOptions<C>,
  snapshot?: LedgerSnapshot<C>,
): Ledger<C> {
  const { currency, timeZone = 'UTC', cards } = options;
  const identities = options.identities ?? createIdentities();
  let identitiesRead = 0;
  const windows = new UserWindows();
  const conversations = new Map<string, OpenBillingConversations>();
  const messages = new MessageBook();
  const counts = new Map<string, number>();
  const totals = new TotalsTable<C>(currency);
  const entries: LedgerEntry<C>[] = [];
  const costs = new CostBook<C>();
  localDate(0, timeZone);
  getHome(options);
  if (snapshot !== undefined) {
    if (snapshot.currency !== currency) {
      throw badValue('currency', `the snapshot is in ${snapshot.currency}, not in ${currency}.`);
    }
    for (const fact of snapshot.identities) identities.learn(fact);
    windows.load(snapshot.windows);
    for (const [key, open] of snapshot.conversations) conversations.set(key, open);
    for (const message of snapshot.pending) messages.add(message);
    for (const outcome of snapshot.early) messages.wait(outcome);
    for (const id of snapshot.settled) messages.settle(id);
    for (const [key, value] of snapshot.counts) counts.set(key, value);
    for (const line of snapshot.totals) totals.load(line);
    entries.push(...snapshot.entries);
    for (const row of snapshot.uncosted) costs.add(row);
  }

  /** Brings together what was kept for two ids that turned out to be one person's, here or where else the identities learn. */
  function followIdentities(): void {
    const { records } = identities;
    for (; identitiesRead < records.length; identitiesRead += 1) {
      const { contact = '', merged = [] } = records[identitiesRead] ?? {};
      for (const key of merged) {
        windows.merge(key, contact);
        mergeBillingConversations(conversations, key, contact);
      }
    }
  }

  /** The key of a user, under which windows and billing conversations are kept. */
  function toUserKey(user: string): string {
    followIdentities();
    return identities.resolve(user);
  }

  const count = (key: string): number => counts.get(key) ?? 0;
  const volumeKey = (month: string, market: string, pool: string): string =>
    `volume|${month}|${market}|${pool}`;
  const freeServiceKey = (month: string, phoneNumberId: string): string =>
    `service|${month}|${phoneNumberId}`;
  const freeConversationKey = (month: string): string => `conversation|${month}`;

  function countKey(countedIn: CountedIn, month: string, phoneNumberId: string, quote: Quote<C>): string {
    switch (countedIn) {
      case 'volume_tier':
        return volumeKey(month, quote.market ?? '', getPool(quote.category));
      case 'free_service':
        return freeServiceKey(month, phoneNumberId);
      case 'free_conversation':
        return freeConversationKey(month);
    }
  }

  function quoteDelivered(
    message: PendingMessage,
    at: number,
    date: string,
    recipient: string | undefined,
  ): Quote<C> {
    const month = date.slice(0, 7);
    const { phoneNumberId, category } = message;
    const user = toUserKey(message.user);
    const tiered = category === 'utility' || category.startsWith('authentication');
    const card = cardFor(currency, date, cards);
    const before = windows.get(phoneNumberId, user);
    const window = applyWindowEvent(before, { kind: 'outbound', at }, options);
    if (window !== before) windows.set(phoneNumberId, user, window);
    const address = getAddress(message, recipient);
    const match = matchMarket(card, address);
    // Field by field: a spread makes an object that is slow to fill, a third of the whole work.
    const params: MessageParams = {
      to: address.to,
      country: address.country,
      category,
      at,
      window,
      volumeThisMonth: tiered ? count(volumeKey(month, match?.market ?? '', getPool(category))) : 0,
      freeServiceMessagesUsed: category === 'service' ? count(freeServiceKey(month, phoneNumberId)) : 0,
      freeBillingConversationsUsed: date < '2025-07-01' ? count(freeConversationKey(month)) : 0,
      billingConversations:
        conversations.size === 0 ? undefined : conversations.get(`${phoneNumberId}|${user}`),
      authenticationInternational: options.authenticationInternational,
      isExempt: options.isExempt,
      basedIn: options.basedIn,
      maxPrice: message.maxPrice,
      group: message.group,
      reaction: message.reaction,
    };
    if (match === undefined) return onDate(unknownMarket(card, params), card, date, params);
    const quote = priceMatched(card, match, params);
    const late = quote.outcome === 'not_sendable' && quote.errorCode === 131047;
    if (!late) return onDate(quote, card, date, params);
    // The window closed while the message was on its way: it was sendable when it was sent.
    const { open } = windowAt(window, message.at);
    return onDate(priceMatched(card, match, { ...params, window: open }), card, date, params);
  }

  function priced(
    message: PendingMessage,
    { at, cost }: LedgerDeliveredEvent,
    recipient: string | undefined,
  ): LedgerEntry<C> {
    const date = localDate(at, timeZone);
    const month = date.slice(0, 7);
    const { id, phoneNumberId, user } = message;
    const quote = withCost(quoteDelivered(message, at, date, recipient), cost, date);
    if (quote.outcome !== 'not_sendable' && quote.countedIn !== undefined) {
      const key = countKey(quote.countedIn, month, phoneNumberId, quote);
      counts.set(key, count(key) + 1);
    }
    if (quote.outcome !== 'not_sendable' && quote.opens !== undefined) {
      const key = `${phoneNumberId}|${toUserKey(user)}`;
      conversations.set(key, openBillingConversation(conversations.get(key) ?? {}, quote.opens));
    }
    const entry = { id, at, month, phoneNumberId, user, recipient, quote };
    totals.add(entry);
    if (options.keepEntries === true) entries.push(entry);
    const index = options.keepEntries === true ? entries.length - 1 : -1;
    if (message.category === 'marketing_lite' && cost === undefined) costs.add([index, entry]);
    return entry;
  }

  const withCost = (quote: Quote<C>, cost: ReportedCost | undefined, date: string): Quote<C> =>
    withReportedCost(quote, cost, currency, modelOn(date));

  /** Takes the cost that a later status says of a message into its entry. */
  function corrected({ id, cost }: LedgerDeliveredEvent): LedgerEntry<C> | undefined {
    const row = cost === undefined ? undefined : costs.take(id);
    if (row === undefined) return undefined;
    const [index, before] = row;
    const entry = { ...before, quote: withCost(before.quote, cost, localDate(before.at, timeZone)) };
    totals.remove(before);
    totals.add(entry);
    if (index >= 0) entries[index] = entry;
    return entry;
  }

  function record(event: LedgerEvent): LedgerEntry<C> | undefined {
    switch (event.kind) {
      case 'identity':
        identities.learn(event);
        return undefined;
      case 'inbound':
      case 'call':
      case 'app_message': {
        const user = toUserKey(event.user);
        const before = windows.get(event.phoneNumberId, user);
        windows.set(event.phoneNumberId, user, applyWindowEvent(before, event, options));
        return undefined;
      }
      case 'sent': {
        if (event.identity !== undefined) identities.learn(event.identity);
        const { to } = getAddress(event, undefined);
        if (to !== undefined && event.group !== true) toDigits(to);
        let last: LedgerEntry<C> | undefined;
        for (const early of messages.add(event)) last = record(early) ?? last;
        return last;
      }
      case 'failed':
        messages.fail(event);
        return undefined;
      case 'delivered': {
        const message = messages.deliver(event, identities.resolve);
        if (message === undefined) return corrected(event);
        return priced(message, event, message.group === true ? event.recipient : undefined);
      }
    }
  }

  function setCount(key: string, value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw badValue('count', `${show(value)} is not a count from 0 up.`);
    }
    counts.set(key, value);
  }

  return {
    identities,
    record,
    totals: () => totals.lines(),
    entries: () => entries,
    pending: () => messages.pending(),
    window: (phoneNumberId, user) => windows.get(phoneNumberId, toUserKey(user)),
    volume: (month, market, category) => count(volumeKey(month, market, category)),
    freeServiceMessagesUsed: (month, phoneNumberId) => count(freeServiceKey(month, phoneNumberId)),
    setVolume: (month, market, category, value) => {
      setCount(volumeKey(month, market, category), value);
    },
    setFreeServiceUsed: (month, phoneNumberId, value) => {
      setCount(freeServiceKey(month, phoneNumberId), value);
    },
    forget: (instant) => {
      const before = toEpoch(instant);
      const isOver = (state: WindowState): boolean =>
        Math.max(state.userAt ?? 0, state.entryAt ?? 0) + 86_400_000 < before &&
        (state.freeUntil ?? 0) < before;
      windows.forget(isOver);
      messages.forget(before);
      for (const [key, open] of conversations) {
        if (Object.values(open).every((until) => until < before)) conversations.delete(key);
      }
    },
    snapshot: () => {
      followIdentities();
      return {
        version: 1,
        currency,
        identities: [...identities.records],
        windows: [...windows.rows()],
        conversations: [...conversations],
        pending: messages.pending(),
        early: messages.early(),
        settled: messages.settled(),
        counts: [...counts],
        totals: totals.lines(),
        entries: [...entries],
        uncosted: costs.rows(),
      };
    },
  };
}
