import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. AED rate card of 2026-10-01: six markets only, PARTIAL. Confidence: low. The tier files of this date are not known:
// only the first tier is held, with the bounds of April 2026.

/** Meta's AED card in force from 2026-10-01: six markets only. */
export const aed20261001: RateCard<'AED'> = /* @__PURE__ */ defineRateCard({
  currency: 'AED',
  effectiveFrom: '2026-10-01',
  effectiveUntil: undefined,
  model: 'message_2026',
  complete: false,
  confidence: 'low',
  tierConfidence: 'low',
  source: 'A stored excerpt of a public data set',
  columns: categoryColumns,
  table: `
Argentina|2|2269|955|=|-|=
Bangladesh|6|2688|136|=|3526|=
Brazil|3|2295|250|=|-|=
Chile|2|3264|734|=|-|=
Colombia|2|459|29|=|-|=
Egypt|1|2364|132|=|?|?`,
});
