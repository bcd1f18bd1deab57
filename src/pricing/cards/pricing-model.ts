import { localDate } from '../values/calendar.ts';
import type { PricingModel } from './rate-card.ts';

// Meta's pricing pages and changelog. Confidence: high from 2023-06-01 on, medium for 2022-02-01.
const beginnings: readonly (readonly [from: string, model: PricingModel])[] = [
  ['2026-10-01', 'message_2026'],
  ['2025-07-01', 'message_2025'],
  ['2023-06-01', 'conversation_2023'],
  ['2022-02-01', 'conversation_2022'],
];

/** The pricing model in force on a date. */
export function modelOn(date: string): PricingModel {
  return beginnings.find(([from]) => date >= from)?.[1] ?? 'notification';
}

/**
 * Returns the pricing model in force at an instant: Meta charged for notifications, then conversations, and now messages. Each model begins
 * at 12am in the WABA's time zone.
 *
 * Throws `PricingError` if the time or the time zone is not valid.
 *
 * @param at A `Date` or epoch milliseconds.
 * @param timeZone The WABA's IANA time zone. Default `UTC`.
 *
 * @example
 * pricingModelAt(Date.UTC(2025, 5, 30)); // 'conversation_2023'
 */
export function pricingModelAt(at: Date | number, timeZone = 'UTC'): PricingModel {
  return modelOn(localDate(at, timeZone));
}
