import { expect, test } from 'vitest';
import { documentedOperations } from '../../src/emulator/http/documented-operations.ts';
import { parityTable } from '../../src/emulator/http/parity.ts';
import { routes } from '../../src/emulator/routes/index.ts';

const documented: readonly string[] = Object.values(documentedOperations).flat();

test('behavior: every route that is emulated is an operation that Meta documents, once', () => {
  expect(Object.keys(routes).filter((route) => !documented.includes(route))).toEqual([]);
  expect(new Set(documented).size).toBe(documented.length);
});

// `npx vitest run test/emulator/parity.test.ts -u` writes the page again after a route was added.
test('behavior: the parity page is what the route table gives', async () => {
  const total = `${Object.keys(routes).length} of ${documented.length} are emulated. One method on one path counts once here, and only on objects that an account has. [The parity
of the client](parity.md) counts more: partners' solutions, credit lines and the like, and a path that does several things once for each of them.`;
  const page = `${introduction}${total}\n\n${parityTable(routes)}`;
  await expect(page).toMatchFileSnapshot('../../docs/emulator-parity.md');
});

const introduction = `# What the emulator does, and what it does not

The emulator keeps state: what you create can be read, sent, changed and deleted, and what follows from it comes by webhook. An operation that is
documented but not emulated answers with HTTP 501 and Meta's error shape, and its message says "Not emulated". A path that Meta does not document
either answers as Meta does: code 2500, "Unknown path components".

This page is written by \`npx vitest run test/emulator/parity.test.ts -u\` from the route table, and a test compares the two.

## Known differences

| topic | Meta | the emulator |
|---|---|---|
| closed window | 131047 in the reply or in a failed status | in the reply; \`emulator.injectFault({ code: 131047, as: 'status' })\` gives the other form |
| template review | minutes to a day, by machines and people | at once on a manual clock, else 5 seconds; by the rules that depend on the template alone |
| Flow JSON | compiled; the rules of the Builder | the rules of \`validateFlowJson\`; a version newer than known is published |
| publishing a Flow | asks for a live endpoint, an app and a subscription to \`flows\` too | errors, \`endpoint_uri\` and a public key of any number |
| link to the JSON of a Flow | on a content host, for a while | a \`data:\` link, which needs no network |
| free entry point window | "up to 7 days" since 2026-09-28 | 72 hours, the length that Meta guarantees |
| redelivery of webhooks | for 7 days, with falling frequency; the steps are not published | after 5 s, then three times as long each time, at most 6 hours apart, for 7 days |
| messaging limit | the code of the refusal is not published | 131048 |
| code of a wrong payload | 100, 131008 or 131009, not always as documented | 131008 for what is missing, 100 for unknown fields, unknown types and overruns, 131009 for other values |
| normalised numbers | Brazilian and Mexican numbers may come back with another \`wa_id\` | the digits that were sent |
| number without a country code | the business's own country code is put in front | the digits are taken as they are |
| quality and pauses | decided by what users do | set by your program |
| media | checked by content | checked by type and size |
| a file of a type that the message cannot carry | 131053 in a failed status, as users report for links | the same for ids |
| link media | fetched | not fetched; a link to a host of Meta's own content fails as users report, 131053 in a failed status |
| sample of a media header | a handle of an upload of this app | the form of a handle is checked, not whose it is |
| catalogues, payments | available | messages about them are sent and delivered; orders carry no prices |
| calls | carry sound | permissions, the ringing and its end; nobody picks up, no user calls, and a call that ends has the status FAILED |
| official business account | decided by people | pending until \`emulator.reviewOfficialAccount\` decides; a second application is refused with 100, because the code is not published |
| \`timezone_id\` | 475 zones | 147 of them, any other is 0 |
| link media | fetched | not fetched |
| catalogues, payments, calls | available | messages about them are sent and delivered; orders carry no prices |
| max price | an auction; the signer accepts the agreement by e-mail; the estimates are Meta's | between 40 and 100 % of the bid, by the seed; accepted five minutes after it was signed; made-up estimates |
| routing of marketing templates | where \`disable_marketing_messages_on_cloud_api\` is set is not published | \`POST /{WABA-ID}\` takes it |
| currency migration | makes a new account with new template ids | is ready at once and makes none |
| rate limits of management calls | 200 or 5,000 an hour | none |
| analytics | approximate, with delay | exact, at once |
| webhook fields without a public shape | business_status_update, consumer_profile, message_echoes, tracking_events | none |

## Operations

`;
