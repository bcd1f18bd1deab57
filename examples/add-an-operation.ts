/** An operation of your own: two endpoints of the Graph API in the form that a shop needs, on its client. Runs on the emulator. */
import { createClient, createCoreClient, isApiError, isUsageError, UsageError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import {
  bind,
  getPhoneNumberId,
  getWabaId,
  graphPath,
  jsonBody,
  paginate,
  parseResponse,
  parseSuccess,
  type CallOptions,
  type Client,
  type Page,
} from 'wabakit/transport';

// #region list
/** The quality of one business number. */
interface NumberQuality {
  readonly id: string;
  readonly display_phone_number: string;
  readonly quality_rating?: string | undefined;
}

/** Lists the numbers of the account with their quality, page by page. */
async function* listQuality(
  client: Client,
  params: { readonly wabaId?: string; readonly limit?: number } = {},
  options?: CallOptions,
): AsyncGenerator<NumberQuality, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/phone_numbers`,
      query: { fields: ['id', 'display_phone_number', 'quality_rating'], limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<NumberQuality>>({
        data: [{ id: 'string', display_phone_number: 'string', quality_rating: 'string?' }],
      }),
    }),
    options,
  );
}
// #endregion list

// #region write
/** Sets what users see when they type `/` in the chat: commands by name, each with its hint. */
async function setCommands(
  client: Client,
  commands: Readonly<Record<string, string>>,
  options?: CallOptions,
): Promise<void> {
  const list = Object.entries(commands).map(([name, hint]) => ({
    command_name: name,
    command_description: hint,
  }));
  if (list.length > 30)
    throw new UsageError({ summary: `A number takes at most 30 commands, and got ${list.length}.` });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client)}/conversational_automation`,
      body: jsonBody({ commands: list }),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
// #endregion write

// #region room
const shopNumbers = (client: Client) => ({
  shopNumbers: bind(client, { listQuality, setCommands }),
});
// #endregion room

const emulator = await createEmulator({ seed: 7 });

// #region use
const wa = createClient(emulator.clientOptions).extend(shopNumbers);

await wa.shopNumbers.setCommands({ order: 'Where is my order?', hours: 'When are you open?' });
for await (const { display_phone_number, quality_rating } of wa.shopNumbers.listQuality())
  console.log(display_phone_number, quality_rating); // +1 555-078-3881 GREEN
// #endregion use

// #region function
const core = createCoreClient(emulator.clientOptions);
for await (const { id } of listQuality(core, { limit: 1 })) console.log(id === emulator.phoneNumberId); // true
// #endregion function

// #region errors
emulator.injectFault({ match: { path: 'phone_numbers' }, code: 10, times: 1 });
try {
  for await (const { id } of wa.shopNumbers.listQuality()) console.log(id);
} catch (error) {
  if (isApiError(error)) console.log(error.code, error.hint); // 10 Grant the permission. …
}
try {
  await wa.shopNumbers.setCommands(
    Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`c${index}`, 'x'])),
  );
} catch (error) {
  if (isUsageError(error)) console.log(error.summary); // A number takes at most 30 commands, and got 31.
}
// #endregion errors

await emulator.close();
