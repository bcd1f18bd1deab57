import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2023-06-01, per conversation: 32 markets, PARTIAL. Confidence: medium.
// READ: ten rows (Argentina, Brazil, Chile, Colombia, Egypt, France, Germany, India, Indonesia, Israel) from a reseller's public table of 2023, its mark-up of 1.2 taken off
// (every cell divides to four decimals); marketing, utility and authentication of Malaysia and the four Rest of … and Other rows from three public readers.
// DERIVED: marketing, authentication and service of the other rows from the card of 2024-10-01, because Meta's changelog names no change between the two dates but utility
// (2024-08-01), marketing of India, Saudi Arabia, the United Arab Emirates and the United Kingdom (2024-10-01), and both authentication columns of India. The rows that were
// read agree: service and all marketing and authentication but India's in 10 of 10.
// NOT KNOWN: utility of 17 markets, marketing of Saudi Arabia, the United Arab Emirates and the United Kingdom.
// Authentication-international did not exist yet.

/** Meta's USD card of 2023-06-01 to 2024-05-31, a conversation of 24 hours: 32 markets; utility of 17 and marketing of three are not known. */
export const usd20230601: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2023-06-01',
  effectiveUntil: '2024-06-01',
  model: 'conversation_2023',
  complete: false,
  confidence: 'medium',
  tierConfidence: 'medium',
  source:
    "A reseller's table of 2023 without its mark-up of 1.2, three public readers, and the October 2024 card where nothing changed",
  columns: categoryColumns,
  table: `
Argentina||618|408|367|-|316
Brazil||625|350|315|-|300
Chile||889|586|527|-|454
Colombia||125|85|77|-|60
Egypt||1073|687|618|-|644
France||1432|768|691|-|859
Germany||1365|853|768|-|819
India||99|42|42|-|40
Indonesia||411|200|300|-|190
Israel||353|188|169|-|180
Italy||691|?|378|-|386
Malaysia||860|200|180|-|220
Mexico||436|?|239|-|105
Netherlands||1597|?|720|-|891
Nigeria||516|?|287|-|310
Pakistan||473|?|228|-|142
Peru||703|?|377|-|179
Russia||802|?|429|-|398
Saudi Arabia||?|?|226|-|195
South Africa||379|?|180|-|168
Spain||615|?|342|-|369
Turkey||109|?|83|-|30
United Arab Emirates||?|?|178|-|190
United Kingdom||?|?|358|-|388
North America||250|?|135|-|88
Rest of Africa||225|160|144|-|363
Rest of Asia Pacific||732|472|425|-|224
Rest of Central & Eastern Europe||860|619|557|-|250
Rest of Latin America||740|?|445|-|423
Rest of Middle East||341|?|178|-|218
Rest of Western Europe||592|?|378|-|397
Other||604|338|304|-|145`,
});
