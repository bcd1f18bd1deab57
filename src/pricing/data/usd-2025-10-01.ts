import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2025-10-01: 32 markets, DERIVED from the January 2026 card with Meta's listed January changes undone. Confidence: medium. North America
// authentication was not recovered. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's USD card of 2025-10-01 to 2025-12-31, derived; North America authentication is not known. */
export const usd20251001: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2025-10-01',
  effectiveUntil: '2026-01-01',
  model: 'message_2025',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: "Derived: Meta's January 2026 card with its listed January changes undone",
  columns: categoryColumns,
  table: `
Argentina|2|618|260|=|-|-
Brazil|3|625|68|=|-|-
Chile|2|889|200|=|-|-
Colombia|2|125|8|=|-|-
Egypt|1|1073|36|=|650|-
France|1|1432|300|=|-|-
Germany|1|1365|550|=|-|-
India|4|107|14|=|280|-
Indonesia|5|411|250|=|1360|-
Israel|1|353|53|=|-|-
Italy|1|691|300|=|-|-
Malaysia|6|860|140|=|418|-
Mexico|7|305|85|=|-|-
Netherlands|1|1597|500|=|-|-
Nigeria|1|516|67|=|750|-
Pakistan|6|473|54|=|750|-
Peru|2|703|200|=|-|-
Russia|1|802|400|=|-|-
Saudi Arabia|1|455|107|=|598|-
South Africa|1|379|76|=|200|-
Spain|1|615|200|=|-|-
Turkey|1|109|53|=|-|-
United Arab Emirates|1|499|157|=|510|-
United Kingdom|1|529|220|=|-|-
North America|8|250|40|?|-|-
Rest of Africa|1|225|40|=|-|-
Rest of Asia Pacific|6|732|113|=|-|-
Rest of Central & Eastern Europe|1|860|212|=|-|-
Rest of Latin America|2|740|113|=|-|-
Rest of Middle East|1|341|91|=|-|-
Rest of Western Europe|1|592|171|=|-|-
Other|8|604|77|=|-|-`,
});
