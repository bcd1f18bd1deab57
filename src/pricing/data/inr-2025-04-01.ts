import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. INR rate card of 2025-04-01, per conversation: 8 of 32 markets, PARTIAL, one source. Confidence: medium.

/** Meta's INR card of 2025-04-01 to 2025-06-30, a conversation of 24 hours: eight markets. */
export const inr20250401: RateCard<'INR'> = /* @__PURE__ */ defineRateCard({
  currency: 'INR',
  effectiveFrom: '2025-04-01',
  effectiveUntil: '2025-07-01',
  model: 'conversation_2023',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: 'One public page',
  columns: categoryColumns,
  table: `
Argentina||45293|24918|26888|?|?
Brazil||45808|5863|23087|?|?
Chile||65135|14654|38642|?|?
Colombia||9161|147|5607|?|?
Egypt||78651|3812|=|47668|?
France||104984|21994|50674|?|?
Germany||100073|40322|56308|?|?
India||7846|1150|=|23000|?`,
});
