import { findMarket } from '../../pricing/markets/market.ts';
import { createMoney, sumMoney, type Money } from '../../pricing/values/money.ts';
import { billingMonth } from '../../pricing/values/calendar.ts';
import type { MaxPrice } from '../../pricing/quote/message-params.ts';
import { quote } from '../../pricing/quote/quote.ts';
import type { MessageCategory, Quote } from '../../pricing/quote/quote-result.ts';
import { windowAt } from '../../pricing/windows/window.ts';
import { findConversation } from '../users/user-store.ts';
import type { MessageRecord, PricingObject, UsageBucket } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const categories: Readonly<Record<string, MessageCategory>> = {
  AUTHENTICATION: 'authentication',
  MARKETING: 'marketing',
  UTILITY: 'utility',
};

/** What a message is billed as: its template's category, else service; `marketing_lite` if the Marketing Messages API sent it. */
const getCategory = (message: MessageRecord): MessageCategory =>
  message.bid === undefined ? (categories[message.templateCategory ?? ''] ?? 'service') : 'marketing_lite';

const getMaxPrice = ({ bid }: MessageRecord): MaxPrice | undefined =>
  bid?.bidAmount === undefined ? undefined : { bidAmount: bid.bidAmount, multiplier: bid.multiplier };

const countKey = (quoted: Quote, message: MessageRecord, month: string): string =>
  `${quoted.market ?? ''}:${getCategory(message)}:${month}`;

/** Returns what the calculator says a message costs now, with the windows and counts that the emulator has kept. */
export function quoteMessage(context: EmulatorContext, message: MessageRecord, to = message.waId): Quote {
  const { currency, timeZone } = context.settings;
  const at = context.now();
  const month = billingMonth(at, timeZone);
  const ask = (volume: number): Quote =>
    quote({
      to,
      category: getCategory(message),
      at,
      currency,
      timeZone,
      window: findConversation(context, message.phoneNumberId, message.waId).window,
      freeServiceMessagesUsed:
        context.state.freeServiceMessagesUsed.get(`${message.phoneNumberId}:${month}`) ?? 0,
      volumeThisMonth: volume,
      reaction: message.type === 'reaction',
      group: message.groupId !== undefined,
      maxPrice: getMaxPrice(message),
    });
  const first = ask(0);
  const volume = context.state.volume.get(countKey(first, message, month)) ?? 0;
  return volume === 0 ? first : ask(volume);
}

/** The `pricing` object of a status; `undefined` where nothing is known or nothing was sent. */
export function pricingObject(
  quoted: Quote,
  isGroup = false,
  cost?: PricingObject['cost'],
): PricingObject | undefined {
  if (quoted.outcome === 'not_sendable') return undefined;
  return {
    billable: quoted.outcome === 'unknown' || quoted.billable,
    pricing_model: 'PMP',
    type: quoted.outcome === 'unknown' ? 'regular' : quoted.pricingType,
    category: `${isGroup ? 'group_' : ''}${quoted.category.replace('_international', '-international')}`,
    ...(cost === undefined ? {} : { cost }),
  };
}

/** The `conversation` object: since v24.0 only inside a free entry point window. */
export function conversationObject(
  context: EmulatorContext,
  message: MessageRecord,
): { id: string; origin: { type: string } } | undefined {
  const { window, freeEntryPointId } = findConversation(context, message.phoneNumberId, message.waId);
  if (freeEntryPointId === undefined || windowAt(window, context.now()).freeEntryPointUntil === undefined)
    return undefined;
  return { id: freeEntryPointId, origin: { type: 'referral_conversion' } };
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const halfHour = 1_800_000;
export const bucketStart = (at: number): number => at - (at % halfHour);

/** Counts a message that was sent. */
export function countSent(context: EmulatorContext): void {
  const start = bucketStart(context.now());
  const { sentByTime } = context.state;
  sentByTime.set(start, (sentByTime.get(start) ?? 0) + 1);
}

/** Puts a delivered message on the bill and moves the monthly counts. */
export function bill(
  context: EmulatorContext,
  message: MessageRecord,
  quoted: Quote,
  to = message.waId,
): void {
  if (quoted.outcome === 'not_sendable') return;
  const { state, settings } = context;
  const month = billingMonth(context.now(), settings.timeZone);
  if (quoted.countedIn === 'volume_tier') add(state.volume, countKey(quoted, message, month));
  if (quoted.countedIn === 'free_service')
    add(state.freeServiceMessagesUsed, `${message.phoneNumberId}:${month}`);
  const start = bucketStart(context.now());
  const pricingType = quoted.outcome === 'priced' ? quoted.pricingType : 'regular';
  const market = quoted.market ?? 'unknown';
  const { phoneNumberId } = message;
  const country = findMarket({ to, at: context.now(), timeZone: settings.timeZone })?.country;
  const { category } = quoted;
  const key = [start, month, market, country, phoneNumberId, category, pricingType].join(':');
  let bucket = state.usage.get(key);
  if (bucket === undefined) {
    bucket = {
      start,
      month,
      market,
      country,
      phoneNumberId,
      category,
      pricingType,
      count: 0,
      scaledAmount: 0,
      unpriced: 0,
    };
    state.usage.set(key, bucket);
  }
  bucket.count += 1;
  if (quoted.outcome === 'priced') bucket.scaledAmount += quoted.amount.scaledAmount;
  else bucket.unpriced += 1;
}

/** What Meta would charge for everything that was delivered so far. */
export interface EmulatorBill {
  /** The sum, exactly; messages without a known rate are not in it. */
  readonly total: Money;
  /** How many delivered messages no card gives a rate for. */
  readonly unpriced: number;
  /** By month, market, category and pricing type. */
  readonly lines: readonly EmulatorBillLine[];
}

/** Delivered messages of one month, market, category and pricing type. */
export interface EmulatorBillLine {
  /** In the account's time zone: `2026-11`. */
  readonly month: string;
  readonly market: string;
  readonly category: string;
  readonly pricingType: string;
  readonly count: number;
  readonly amount: Money;
  readonly unpriced: number;
}

const getKey = ({ month, market, category, pricingType }: UsageBucket): string =>
  [month, market, category, pricingType].join(':');

export function getBill(context: EmulatorContext): EmulatorBill {
  const { currency } = context.settings;
  const lines = new Map<string, EmulatorBillLine>();
  for (const bucket of context.state.usage.values()) {
    const { month, market, category, pricingType } = bucket;
    const line = lines.get(getKey(bucket));
    lines.set(getKey(bucket), {
      month,
      market,
      category,
      pricingType,
      count: bucket.count + (line?.count ?? 0),
      amount: createMoney(currency, bucket.scaledAmount + (line?.amount.scaledAmount ?? 0)),
      unpriced: bucket.unpriced + (line?.unpriced ?? 0),
    });
  }
  const all = [...lines.values()];
  return {
    total: sumMoney(
      currency,
      all.map(({ amount }) => amount),
    ),
    unpriced: all.reduce((sum, { unpriced }) => sum + unpriced, 0),
    lines: all,
  };
}
