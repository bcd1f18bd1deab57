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
 * Tells what Meta charges for at an instant: notifications, conversations or messages. Each era begins at 12am of the WABA's time zone.
 *
 * @param timeZone The WABA's IANA time zone. Default `UTC`.
 *
 * @example
 * pricingModelAt(Date.UTC(2025, 5, 30)); // 'conversation_2023'
 */
export function pricingModelAt(at: number, timeZone = 'UTC'): PricingModel {
  return modelOn(localDate(at, timeZone));
}
