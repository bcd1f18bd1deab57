import { defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2022-02-01, per business- and user-initiated conversation: 32 markets, PARTIAL, DERIVED. 29 rows from a reseller's page that states Meta's price
// times 1.2; all 58 values divide to four decimals, and all 29 user-initiated values equal the service rates of the card of 2024-10-01. So user-initiated of Rest of Middle
// East, Rest of Western Europe and Other is that later service rate; their business-initiated rate is not known. Confidence: medium.

/** Meta's USD card of 2022-02-01 to 2023-05-31, a conversation opened by the business or by the user; the business-initiated rates of three markets are not known. */
export const usd20220201: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2022-02-01',
  effectiveUntil: '2023-06-01',
  model: 'conversation_2022',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source:
    "A reseller's page, its mark-up of 1.2 taken off; three user-initiated rates from the October 2024 card",
  columns: ['business_initiated', 'user_initiated'],
  table: `
Argentina||526|316
Brazil||500|300
Chile||757|454
Colombia||100|60
Egypt||1073|644
France||1432|859
Germany||1365|819
India||66|40
Indonesia||316|190
Israel||300|180
Italy||643|386
Malaysia||732|220
Mexico||349|105
Netherlands||1485|891
Nigeria||516|310
Pakistan||473|142
Peru||598|179
Russia||663|398
Saudi Arabia||325|195
South Africa||280|168
Spain||615|369
Turkey||100|30
United Arab Emirates||316|190
United Kingdom||647|388
North America||147|88
Rest of Africa||1208|363
Rest of Asia Pacific||745|224
Rest of Central & Eastern Europe||835|250
Rest of Latin America||706|423
Rest of Middle East||?|218
Rest of Western Europe||?|397
Other||?|145`,
});
