import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2024-08-01, per conversation: 32 markets, PARTIAL, DERIVED from the card of 2024-10-01. Meta's changelog names one change between the two dates:
// marketing of India, Saudi Arabia, the United Arab Emirates and the United Kingdom. India's 0.0099 is that of the card of 2023-06-01; the other three are not known.
// Five utility cells (Argentina and four regions) stand in the changes of a public package of August 2024 and are equal. Confidence: medium.

/** Meta's USD card of 2024-08-01 to 2024-09-30, a conversation of 24 hours: utility lowered; marketing of three markets is not known. */
export const usd20240801: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2024-08-01',
  effectiveUntil: '2024-10-01',
  model: 'conversation_2023',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source: 'The October 2024 card without the cells that Meta changed on 2024-10-01',
  columns: categoryColumns,
  table: `
Argentina||618|340|367|-|316
Brazil||625|80|315|-|300
Chile||889|200|527|-|454
Colombia||125|2|77|-|60
Egypt||1073|52|618|-|644
France||1432|300|691|-|859
Germany||1365|550|768|-|819
India||99|14|=|280|40
Indonesia||411|200|300|1360|190
Israel||353|53|169|-|180
Italy||691|300|378|-|386
Malaysia||860|140|180|-|220
Mexico||436|100|239|-|105
Netherlands||1597|500|720|-|891
Nigeria||516|67|287|-|310
Pakistan||473|54|228|-|142
Peru||703|200|377|-|179
Russia||802|400|429|-|398
Saudi Arabia||?|115|226|-|195
South Africa||379|76|180|-|168
Spain||615|200|342|-|369
Turkey||109|53|83|-|30
United Arab Emirates||?|157|178|-|190
United Kingdom||?|220|358|-|388
North America||250|40|135|-|88
Rest of Africa||225|61|144|-|363
Rest of Asia Pacific||732|157|425|-|224
Rest of Central & Eastern Europe||860|353|557|-|250
Rest of Latin America||740|113|445|-|423
Rest of Middle East||341|157|178|-|218
Rest of Western Europe||592|300|378|-|397
Other||604|77|304|-|145`,
});
