import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. IDR rate card of 2026-10-01: Indonesia only, PARTIAL. Confidence: low. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's IDR card in force from 2026-10-01: Indonesia only. */
export const idr20261001: RateCard<'IDR'> = /* @__PURE__ */ defineRateCard({
  currency: 'IDR',
  effectiveFrom: '2026-10-01',
  effectiveUntil: undefined,
  model: 'message_2026',
  complete: false,
  confidence: 'low',
  tierConfidence: 'low',
  source: 'One public copy',
  columns: categoryColumns,
  table: `
Indonesia|5|5863300|3566500|=|19401300|=`,
});
