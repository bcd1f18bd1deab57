import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. BRL rate card of 2026-10-01: Brazil only, PARTIAL. Confidence: medium. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's BRL card in force from 2026-10-01: Brazil only. */
export const brl20261001: RateCard<'BRL'> = /* @__PURE__ */ defineRateCard({
  currency: 'BRL',
  effectiveFrom: '2026-10-01',
  effectiveUntil: undefined,
  model: 'message_2026',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: "Four public readers of Meta's BRL card",
  columns: categoryColumns,
  table: `
Brazil|3|3217|350|=|-|=`,
});
