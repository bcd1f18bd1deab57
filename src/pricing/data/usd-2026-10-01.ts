import { categoryColumns, defineRateCard } from '../cards/define-rate-card.ts';
import type { RateCard } from '../cards/rate-card.ts';

// DATA. USD rate card of 2026-10-01: 47 markets, complete. List rates: three independent public readers agree (188 of 188 cells); the authentication-international
// rates of the nine new markets come from one of them. Confidence: high. Tiers: 67 blocks are Meta's own of 2026-04-01, 45 are list rate x (1 - discount),
// rounded half up, with Meta's own bounds; Rest of Central & Eastern Europe keeps the April rates. Confidence: medium.

/** Meta's USD card in force from 2026-10-01: 47 markets, five categories. */
export const usd20261001: RateCard<'USD'> = /* @__PURE__ */ defineRateCard({
  currency: 'USD',
  effectiveFrom: '2026-10-01',
  effectiveUntil: undefined,
  model: 'message_2026',
  complete: true,
  confidence: 'high',
  tierConfidence: 'medium',
  source: "Meta's October 2026 card as kept by three independent public readers",
  columns: categoryColumns,
  table: `
Argentina|2|618|260 247 234 221 208 195|=|-|=
Bangladesh|6|732|37 35 33 31 30 28|=|960 912 864 816 768 720|=
Brazil|3|625|68 65 61 58 54 51|=|-|=
Chile|2|889|200 190 180 170 160 150|=|-|=
Colombia|2|125|8 8 7 7 6 6|=|-|=
Egypt|1|644|36 34 32 31 29 27|=|650 618 585 553 520 488|=
France|1|859|300 285 270 255 240 225|=|-|=
Germany|1|1365|550 523 495 468 440 413|=|-|=
Hong Kong|6|732|260 247 234 221 208 195|=|-|=
Hungary|1|860|350 333 315 298 280 263|=|-|=
India|4|118|14 13 12 11 11 10|=|304 286 268 249 231 213|=
Indonesia|5|411|250 238 225 213 200 188|=|1360 1292 1224 1156 1088 1020|=
Iraq|1|341|79 75 71 67 63 59|=|1280 1216 1152 1088 1024 960|=
Israel|1|353|53 50 48 45 42 40|=|-|=
Italy|1|795|300 285 270 255 240 225|=|-|=
Kazakhstan|8|604|180 171 162 153 144 135|=|1600 1520 1440 1360 1280 1200|=
Kuwait|1|792|440 418 396 374 352 330|=|1200 1140 1080 1020 960 900|=
Malaysia|6|860|140 133 126 119 112 105|=|418 397 376 355 334 314|=
Mexico|7|397|85 81 77 72 68 64|=|-|=
Morocco|1|414|230 219 207 196 184 173|=|811 770 730 689 649 608|=
Netherlands|1|1597|500 475 450 425 400 375|=|-|=
Nepal|6|732|34 32 31 29 27 26|=|1120 1064 1008 952 896 840|=
Nigeria|1|516|67 64 60 57 54 50|=|750 713 675 638 600 563|=
Oman|1|341|247 235 222 210 198 185|=|600 570 540 510 480 450|=
Pakistan|6|473|150 143 135 128 120 113|=|750 713 675 638 600 563|=
Peru|2|703|300 285 270 255 240 225|=|-|=
Poland|1|366|122 116 110 104 98 92|=|-|=
Qatar|1|341|120 114 108 102 96 90|=|-|=
Romania|1|860|290 276 261 247 232 218|=|-|=
Russia|1|802|400 380 360 340 320 300|=|-|=
Saudi Arabia|1|576|107 102 96 91 86 80|=|598 568 538 508 478 449|=
Singapore|6|732|160 152 144 136 128 120|=|-|=
South Africa|1|379|95 90 86 81 76 71|=|200 190 180 170 160 150|=
Spain|1|707|200 190 180 170 160 150|=|-|=
Sri Lanka|6|732|20 19 18 17 16 15|=|1440 1368 1296 1224 1152 1080|=
Turkey|1|109|9 9 8 8 7 7|=|-|=
Ukraine|1|860|298 283 268 253 238 224|=|746 709 671 634 597 560|=
United Arab Emirates|1|576|157 149 141 133 126 118|=|510 485 459 434 408 383|=
United Kingdom|1|635|220 209 198 187 176 165|=|-|=
North America|8|250|34 32 31 29 27 26|=|-|=
Rest of Africa|1|225|40 38 36 34 32 30|=|-|=
Rest of Asia Pacific|6|842|113 107 102 96 90 85|=|-|=
Rest of Central & Eastern Europe|1|860|212 201 190 180 169 159|=|-|=
Rest of Latin America|2|740|113 107 102 96 90 85|=|-|=
Rest of Middle East|1|392|91 86 82 77 73 68|=|-|=
Rest of Western Europe|1|592|171 162 154 145 137 128|=|-|=
Other|8|604|77 73 69 65 62 58|=|-|=`,
});
