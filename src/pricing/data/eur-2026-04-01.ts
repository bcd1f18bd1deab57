import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. EUR rate card of 2026-04-01: marketing and utility of 31 of 32 markets, PARTIAL, one source. Confidence: medium. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's EUR card of 2026-04-01 to 2026-06-30: marketing and utility of 31 markets, list rates only. */
export const eur20260401: RateCard<'EUR'> = /* @__PURE__ */ defineRateCard({
  currency: 'EUR',
  effectiveFrom: '2026-04-01',
  effectiveUntil: '2026-07-01',
  model: 'message_2025',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'low',
  source: "One public reader of Meta's own web pricing endpoint",
  columns: categoryColumns,
  table: `
Argentina|2|512|216|?|?|-
Brazil|3|518|56|?|?|-
Chile|2|736|166|?|?|-
Colombia|2|104|8|?|?|-
Egypt|1|533|30|?|?|-
France|1|712|248|?|?|-
Germany|1|1131|456|?|?|-
India|4|99|12|?|?|-
Indonesia|5|341|208|?|?|-
Israel|1|292|44|?|?|-
Italy|1|572|248|?|?|-
Malaysia|6|712|116|?|?|-
Mexico|7|253|71|?|?|-
Netherlands|1|1323|414|?|?|-
Nigeria|1|428|56|?|?|-
Pakistan|6|392|83|?|?|-
Peru|2|582|166|?|?|-
Russia|1|664|331|?|?|-
Saudi Arabia|1|414|88|?|?|-
South Africa|1|314|63|?|?|-
Spain|1|509|166|?|?|-
Turkey|1|90|7|?|?|-
United Arab Emirates|1|415|130|?|?|-
United Kingdom|1|438|182|?|?|-
North America|8|207|28|?|?|-
Rest of Africa|1|186|33|?|?|-
Rest of Asia Pacific|6|606|94|?|?|-
Rest of Central & Eastern Europe|1|712|175|?|?|-
Rest of Latin America|2|?|?|?|?|-
Rest of Middle East|1|282|75|?|?|-
Rest of Western Europe|1|490|142|?|?|-
Other|8|500|64|?|?|-`,
});
