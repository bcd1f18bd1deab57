import { contactKey } from '../../contacts/contact-key.ts';
import type { Identities } from '../../contacts/identities.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { PendingMessage } from './message-book.ts';
import type { Currency } from '../values/money.ts';
import type { AtMostQuote, PricedQuote, Quote } from '../quote/quote-result.ts';
import { moneyToDecimal } from '../values/money.ts';
import { scaledCost } from './reported-cost.ts';
import type { ReportedCost } from './reported-cost.ts';
import { textOf } from '../../shared/text-of.ts';

/** What Meta reported of one message: the `pricing` object of a status webhook. Unknown values are kept as they came. */
export interface PricingReport {
  /** The message's id (wamid). */
  readonly id: string;
  /** The group member, where the message went to a group. */
  readonly recipient?: string | undefined;
  /** `pricing.category`: `authentication-international` with a hyphen or an underscore, `group_…` for groups. */
  readonly category?: string | undefined;
  /** `pricing.type`: `regular`, `free_customer_service`, … */
  readonly type?: string | undefined;
  /** `pricing.billable`, which Meta is about to drop. */
  readonly billable?: boolean | undefined;
  /** `pricing.subtype`: `paid_exempt`. */
  readonly subtype?: string | undefined;
  /** `pricing.pricing_model`: `PMP` or `CBP`. */
  readonly model?: string | undefined;
  /** `pricing.cost` of a max-price message. */
  readonly cost?: ReportedCost | undefined;
}

/**
 * Why ledger and report differ, most likely: Meta changed the template's category; the windows differ; one of them took a free service
 * message for a charged one; authentication-international terms differ; the price is not known here; the message is not in the ledger; the
 * amount differs from the cost that a status said (max price).
 */
export type DifferenceCause =
  | 'category_changed'
  | 'window'
  | 'free_service'
  | 'authentication_international'
  | 'unknown_price'
  | 'exempt'
  | 'not_in_ledger'
  | 'cost'
  | 'type';

/** One message on which ledger and report differ. */
export interface Difference<C extends Currency = Currency> {
  readonly id: string;
  readonly cause: DifferenceCause;
  /** What the ledger says; `undefined` where it does not know the message. */
  readonly entry: LedgerEntry<C> | undefined;
  /** What Meta reported. */
  readonly report: PricingReport;
  /** The difference in words. */
  readonly reason: string;
}

/** How a ledger and Meta's reports agree. */
export interface Reconciliation<C extends Currency = Currency> {
  /** How many messages both price alike. */
  readonly agreed: number;
  /** How many reports were repetitions of one already seen (sent, delivered and read each carry the price). */
  readonly duplicates: number;
  /** The messages on which they differ. */
  readonly differences: readonly Difference<C>[];
  /** Messages of the ledger that no report priced. */
  readonly notReported: readonly LedgerEntry<C>[];
  /** Messages that Meta accepted and that were neither delivered nor refused. */
  readonly neverDelivered: readonly PendingMessage[];
}

/** What `reconcile` compares: a ledger made with `keepEntries`, or entries of your own store. */
export interface ReconcileSource<C extends Currency = Currency> {
  /** Every priced message. */
  entries(): readonly LedgerEntry<C>[];
  /** The messages that Meta accepted and that are not priced yet. */
  pending?(): readonly PendingMessage[];
  /** Which ids are one person's: entry and report may name a group member differently. Default: spellings of one number are. */
  readonly identities?: Pick<Identities, 'resolve'> | undefined;
}

/** Brings Meta's spelling of a category to ours: hyphens to underscores, without the `group_` prefix. */
export function plainCategory(category: string): string {
  return category
    .toLowerCase()
    .replaceAll('-', '_')
    .replace(/^group_/, '');
}

/** How the cost that a status said differs from the price of the ledger. */
function getCostCause(
  quote: PricedQuote | AtMostQuote,
  cost: ReportedCost | undefined,
): readonly [DifferenceCause, string] | undefined {
  const { scaledAmount, currency } = quote.outcome === 'at_most' ? quote.limit : quote.amount;
  const held = `${quote.outcome === 'at_most' ? 'at most ' : ''}${moneyToDecimal(quote.outcome === 'at_most' ? quote.limit : quote.amount)} ${currency}`;
  if (cost === undefined)
    return ['unknown_price', `an auction sets the price: ${held}, and no status says what it cost`];
  if (quote.outcome === 'priced' && scaledCost(cost, currency) === scaledAmount) return undefined;
  return [
    'cost',
    `Meta says that it cost ${textOf(cost.amount)} ${textOf(cost.currency)}, the ledger ${held}`,
  ];
}

function getCause(quote: Quote, report: PricingReport): readonly [DifferenceCause, string] | undefined {
  const category = report.category === undefined ? undefined : plainCategory(report.category);
  if (category !== undefined && category !== quote.category && category !== 'referral_conversion') {
    const both = [category, quote.category];
    if (both.every((one) => one.startsWith('authentication'))) {
      return [
        'authentication_international',
        `Meta billed ${category}, the ledger ${quote.category}: check eligibility and start times`,
      ];
    }
    return [
      'category_changed',
      `Meta billed ${category}, the ledger ${quote.category}: Meta changed the template's category`,
    ];
  }
  if (quote.outcome === 'unknown') return ['unknown_price', quote.reasons.at(-1) ?? 'the price is not known'];
  if (quote.outcome === 'not_sendable')
    return ['window', `Meta delivered what the ledger held to be refused (${quote.errorCode ?? 'currency'})`];
  if (report.type !== undefined && report.type !== quote.pricingType) {
    const both = [report.type, quote.pricingType];
    const words = `Meta says ${report.type}, the ledger ${quote.pricingType}`;
    if (both.includes('free_entry_point')) return ['window', `${words}: the free entry point window differs`];
    const service = quote.category === 'service' && quote.model === 'message_2026';
    if (service) return ['free_service', `${words}: the count of free service messages differs`];
    const free = both.some((type) => type.startsWith('free_'));
    return free ? ['window', `${words}: the customer service window differs`] : ['type', words];
  }
  if (quote.outcome === 'at_most' || report.cost !== undefined) return getCostCause(quote, report.cost);
  if (report.type !== undefined && report.subtype !== quote.subtype) {
    return [
      'exempt',
      `Meta says ${report.subtype ?? 'not exempt'}, the ledger ${quote.subtype ?? 'not exempt'}`,
    ];
  }
  if (report.type === undefined && report.billable !== undefined && report.billable !== quote.billable) {
    return ['type', `Meta says billable ${report.billable}, the ledger ${quote.billable}`];
  }
  return undefined;
}

/**
 * Compares a ledger with the prices that status webhooks reported, message by message: what agrees, what differs and most likely why, what was
 * never reported. A status says an amount for max-price messages only, and never a volume tier: compare the rest with `reconcileAnalytics`.
 *
 * @example
 * const ledger = createLedger({ currency: 'USD', keepEntries: true });
 * // … record events …
 * reconcile(ledger, events.flatMap(toPricingReports)).differences;
 * // [{ id: 'wamid.7', cause: 'category_changed', reason: "Meta billed marketing, the ledger utility: …", … }]
 */
export function reconcile<C extends Currency>(
  ledger: ReconcileSource<C>,
  reports: Iterable<PricingReport>,
): Reconciliation<C> {
  const getKey = (id: string, recipient: string | undefined): string =>
    recipient === undefined ? id : `${id}|${ledger.identities?.resolve(recipient) ?? contactKey(recipient)}`;
  const entries = new Map(ledger.entries().map((entry) => [getKey(entry.id, entry.recipient), entry]));
  const seen = new Map<string, PricingReport>();
  const differences: Difference<C>[] = [];
  let agreed = 0;
  let duplicates = 0;
  const waiting = new Set((ledger.pending?.() ?? []).map((message) => message.id));
  for (const report of reports) {
    const key = getKey(report.id, report.recipient);
    const first = seen.get(key);
    if (first !== undefined) {
      duplicates += 1;
      if (first.cost === undefined && report.cost !== undefined)
        seen.set(key, { ...first, cost: report.cost });
    } else if (entries.has(key) || !waiting.has(report.id)) seen.set(key, report);
  }
  for (const [key, report] of seen) {
    const entry = entries.get(key);
    if (entry === undefined) {
      const reason = 'Meta reports a price for a message that the ledger does not hold';
      differences.push({ id: report.id, cause: 'not_in_ledger', entry, report, reason });
      continue;
    }
    const cause = getCause(entry.quote, report);
    if (cause === undefined) agreed += 1;
    else differences.push({ id: report.id, cause: cause[0], entry, report, reason: cause[1] });
  }
  return {
    agreed,
    duplicates,
    differences,
    notReported: Array.from(entries).flatMap(([key, entry]) => (seen.has(key) ? [] : [entry])),
    neverDelivered: ledger.pending?.() ?? [],
  };
}
