import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2023-06-01, per conversation: 8 of 32 markets, PARTIAL, from three public readers. Confidence: medium. Utility of Indonesia and Malaysia may be
// the later value of August 2024. On 2024-06-01 Indonesia's authentication-international began.

/** Meta's USD card of 2024-06-01 to 2024-07-31, a conversation of 24 hours: eight markets, Indonesia with authentication-international. */
export const usd20240601: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2024-06-01',
  effectiveUntil: '2024-08-01',
  model: 'conversation_2023',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: "Three public readers of Meta's 2023 card",
  columns: categoryColumns,
  table: `
Argentina||618|408|367|?|?
India||99|42|?|?|40
Indonesia||411|200|300|1360|190
Malaysia||860|200|180|?|220
Rest of Africa||225|160|144|?|?
Rest of Asia Pacific||732|472|425|?|?
Rest of Central & Eastern Europe||860|619|557|?|?
Other||604|338|304|?|145`,
});
