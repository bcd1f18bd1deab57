import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. INR rate card of 2026-07-01: India only, PARTIAL. Confidence: medium. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's INR card of 2026-07-01 to 2026-09-30: India only. */
export const inr20260701: RateCard<'INR'> = /* @__PURE__ */ defineRateCard({
  currency: 'INR',
  effectiveFrom: '2026-07-01',
  effectiveUntil: '2026-10-01',
  model: 'message_2025',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'low',
  source: 'One public copy, equal to the October INR card',
  columns: categoryColumns,
  table: `
India|4|8631|1150|=|24971|-`,
});
