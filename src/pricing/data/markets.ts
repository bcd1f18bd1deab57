// DATA. Which market of the rate card a calling code and network prefix belongs to. Source: Meta's country-calling-code table in two mirrors of its
// documentation (pricing page of December 2025, conversation-based pricing page), and Meta's announcements for 2025-10-01, 2026-07-01 and 2026-10-01.
// Confidence: high for every country that Meta names; medium for countries it does not name, which its own sentence sends to Other, and for the split of +7;
// low for unnamed +1 islands and for territories that share a prefix.

/** The map from 2023-06-01 to 2025-09-30: one market a line, then its prefixes, each followed by the country's ISO 3166-1 code. */
export const marketTable = `
Argentina:54AR
Brazil:55BR
Chile:56CL
Colombia:57CO
Egypt:20EG
France:33FR
Germany:49DE
India:91IN
Indonesia:62ID
Israel:972IL
Italy:39IT
Malaysia:60MY
Mexico:52MX
Netherlands:31NL
Nigeria:234NG
North America:1CA 1US
Pakistan:92PK
Peru:51PE
Russia:7RU
Saudi Arabia:966SA
South Africa:27ZA
Spain:34ES
Turkey:90TR
United Arab Emirates:971AE
United Kingdom:44GB
Rest of Africa:211SS 212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 225CI 226BF 227NE 228TG 229BJ 231LR 232SL 233GH 235TD 237CM 241GA 242CG 244AO 245GW 249SD 250RW 251ET 252SO 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 264NA 265MW 266LS 267BW 268SZ 291ER
Rest of Asia Pacific:61AU 63PH 64NZ 65SG 66TH 675PG 81JP 84VN 852HK 855KH 856LA 86CN 880BD 886TW 93AF 94LK 976MN 977NP 992TJ 993TM 998UZ
Rest of Central & Eastern Europe:30GR 355AL 359BG 36HU 370LT 371LV 373MD 374AM 375BY 380UA 381RS 385HR 386SI 389MK 40RO 420CZ 421SK 48PL 994AZ 995GE
Rest of Latin America:1658JM 1787PR 1809DO 1829DO 1849DO 1876JM 1939PR 502GT 503SV 504HN 505NI 506CR 507PA 509HT 58VE 591BO 593EC 595PY 598UY
Rest of Middle East:961LB 962JO 964IQ 965KW 967YE 968OM 973BH 974QA
Rest of Western Europe:32BE 351PT 353IE 358FI 41CH 43AT 45DK 46SE 47NO
Other:1242BS 1246BB 1264AI 1268AG 1284VG 1340VI 1345KY 1441BM 1473GD 1649TC 1664MS 1670MP 1671GU 1684AS 1721SX 1758LC 1767DM 1784VC 1868TT 1869KN 224GN 230MU 236CF 238CV 239ST 240GQ 243CD 246IO 247AC 248SC 253DJ 262RE 262YT 263ZW 269KM 290SH 297AW 298FO 299GL 350GI 352LU 354IS 356MT 357CY 372EE 376AD 377MC 378SM 382ME 383XK 387BA 423LI 500FK 501BZ 508PM 53CU 590GP 592GY 594GF 596MQ 597SR 599BQ 599CW 670TL 672NF 673BN 674NR 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH 76KZ 77KZ 82KR 850KP 853MO 95MM 960MV 963SY 970PS 975BT 98IR 996KG
`;

/** What moved since, by the first day of the move: prefix to market. */
export const marketChanges: readonly (readonly [
  effectiveFrom: string,
  moves: Readonly<Record<string, string>>,
])[] = [
  ['2025-10-01', { '263': 'Rest of Africa' }],
  [
    '2026-07-01',
    {
      '36': 'Hungary',
      '40': 'Romania',
      '48': 'Poland',
      '65': 'Singapore',
      '852': 'Hong Kong',
      '974': 'Qatar',
    },
  ],
  [
    '2026-10-01',
    {
      '212': 'Morocco',
      '380': 'Ukraine',
      '76': 'Kazakhstan',
      '77': 'Kazakhstan',
      '880': 'Bangladesh',
      '94': 'Sri Lanka',
      '964': 'Iraq',
      '965': 'Kuwait',
      '968': 'Oman',
      '977': 'Nepal',
    },
  ],
];

/** Territories without a prefix of their own, by ISO 3166-1 code: they follow the country whose prefix they share. Meta is silent on them. */
export const sharedPrefixes: Readonly<Record<string, string>> = {
  AX: '358',
  EH: '212',
  GG: '44',
  IM: '44',
  JE: '44',
  SJ: '47',
  VA: '39',
};

/** Meta names Kazakhstan without prefixes; 76 and 77 are the numbering plan's. */
export const inferredPrefixes: readonly string[] = ['76', '77'];

// The area codes of Canada in the North American Numbering Plan. Source: the public numbering plan. Confidence: medium.
/** Numbers of +1 with these area codes are Canadian; the rest of the market North America is the United States. */
export const canadianAreaCodes =
  '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942';
