import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. BRL rate card of 2026-07-01: Brazil and Argentina only, PARTIAL. Confidence: medium. Tiers: three of six per category from public tables.

/** Meta's BRL card of 2026-07-01 to 2026-09-30: Brazil and Argentina only. */
export const brl20260701: RateCard<'BRL'> = /* @__PURE__ */ defineRateCard({
  currency: 'BRL',
  effectiveFrom: '2026-07-01',
  effectiveUntil: '2026-10-01',
  model: 'message_2025',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: "Four public readers of Meta's BRL card",
  columns: categoryColumns,
  table: `
Argentina|2|3181|1338|=|-|-
Brazil|3|3217|350 333 ? ? ? 263|=|-|-`,
});
