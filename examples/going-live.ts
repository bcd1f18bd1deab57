/**
 * From a fresh number to one that may write to customers: its health, its PIN, its name, its profile, its webhooks and its badge.
 * Runs on the embedded emulator.
 */
import { createClient, isUsageError, type WhatsAppClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  wabaId: emulator.wabaId,
  fetch: emulator.fetch,
});

// #region add
async function addNumber(wa: WhatsAppClient): Promise<string> {
  const { id } = await wa.phoneNumbers.create({
    cc: '1',
    phoneNumber: '4155552671',
    verifiedName: 'Lucky Shrub',
  });
  await wa.phoneNumbers.requestCode({ phoneNumberId: id, codeMethod: 'SMS', language: 'en_US' });
  return id; // the code is on its way to that number
}

async function finishNumber(
  wa: WhatsAppClient,
  phoneNumberId: string,
  code: string,
  pin: string,
): Promise<void> {
  await wa.phoneNumbers.verifyCode({ phoneNumberId, code });
  await wa.phoneNumbers.register({ phoneNumberId, pin }); // keep the PIN: the next registration asks for it
}
// #endregion add
const added = await addNumber(wa);
const refused = await finishNumber(wa, added, '000000', '150954').catch((error: unknown) => error);
console.log('a wrong code is refused:', refused instanceof Error);

// #region numbers
for await (const number of wa.phoneNumbers.list()) {
  console.log(number.id, number.display_phone_number, number.status, number.quality_rating);
}
// #endregion numbers

// #region webhooks
await wa.account.subscribeApp(); // without it a verified endpoint stays silent
console.log((await wa.account.listSubscribedApps()).length, 'app gets the webhooks');
// #endregion webhooks

// #region profile
await wa.businessProfile.update({
  about: 'Succulent specialists!',
  email: 'hello@luckyshrub.example',
  websites: ['https://www.luckyshrub.example'],
  vertical: 'RETAIL',
});
console.log((await wa.businessProfile.get()).about); // Succulent specialists!
// #endregion profile

// #region limits
try {
  await wa.businessProfile.update({ about: 'a'.repeat(140), websites: ['luckyshrub.example'] });
} catch (error) {
  if (!isUsageError(error)) throw error;
  for (const { path, message } of error.issues) console.log(path, message);
  // about is 140 characters long; at most 139 are allowed
  // websites[0] needs http:// or https:// in front
}
// #endregion limits

// #region safety
await wa.phoneNumbers.setPin({ pin: '150954' });
await wa.phoneNumbers.requestDisplayName({ displayName: 'Lucky Shrub' });
// #endregion safety

// #region greeting
await wa.phoneNumbers.updateConversationalAutomation({
  prompts: ['Where is my order?', 'When are you open?'],
  commands: [{ command_name: 'stop', command_description: 'No more messages from us' }],
});
// #endregion greeting

// #region badge
async function askForBadge(wa: WhatsAppClient): Promise<string> {
  const { oba_status } = await wa.officialAccount.get();
  if (oba_status !== 'NOT_STARTED') return oba_status;
  await wa.officialAccount.apply({
    businessWebsiteUrl: 'https://www.luckyshrub.example',
    primaryCountryOfOperation: 'United States of America',
    primaryLanguage: 'English',
    supportingLinks: ['https://www.retailreview.example/2025/lucky-shrub'],
  });
  return 'PENDING';
}
// #endregion badge

// #region health
async function whatStandsInTheWay(wa: WhatsAppClient): Promise<readonly string[]> {
  const { entities } = await wa.account.getHealthStatus();
  return entities.flatMap(({ entity_type, errors = [] }) =>
    errors.map(
      (error) => `${entity_type} ${error.error_code}: ${error.possible_solution ?? error.error_description}`,
    ),
  );
}
// #endregion health

// The emulator neither reviews badges nor breaks an account's health: these two speak with Meta only.
if (process.env['WHATSAPP_ACCESS_TOKEN'] !== undefined) {
  const live = createClient({
    accessToken: process.env['WHATSAPP_ACCESS_TOKEN'],
    phoneNumberId: process.env['WHATSAPP_PHONE_NUMBER_ID'],
  });
  console.log(await askForBadge(live), await whatStandsInTheWay(live));
}
await emulator.close();
