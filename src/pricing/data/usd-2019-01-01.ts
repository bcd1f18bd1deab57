import { defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rates per delivered template, 2019: three countries from one article, unconfirmed; volume tiers of that time were not found. Confidence: low.

/** Meta's USD rates a notification, as known from 2019: three countries. They could change on the first of any month until 2022-01-31. */
export const usd20190101: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2019-01-01',
  effectiveUntil: '2022-02-01',
  model: 'notification',
  complete: false,
  confidence: 'low',
  tierConfidence: 'low',
  source: 'An article of 2019, unconfirmed',
  columns: ['notification'],
  table: `
Austria||932
Indonesia||42
Russia||477`,
});
