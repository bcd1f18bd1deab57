/** Failures on purpose: what goes wrong in life, when and as often as you like. */
import { createClient, isApiError, isOutcomeUnknownError } from 'wabakit';
import { createEmulator, magicRecipients, webhookFixture } from 'wabakit/emulator';
import { defineTemplate } from 'wabakit/templates';

const hello = defineTemplate({
  name: 'hello',
  language: 'en',
  category: 'utility',
  body: { text: 'Hello from the shop.' },
});
const emulator = await createEmulator({ templates: [hello] });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const send = (to: string) => wa.messages.sendTemplate({ to, template: hello });

// #region magic
console.log(magicRecipients.length); // one number for each failure worth handling
try {
  await send('+15550131031');
} catch (error) {
  if (isApiError(error)) console.log(error.code, error.hint); // 131031 Policy restriction or data mismatch …
}
// #endregion magic

// #region rules
const stop = emulator.injectFault({ match: { to: '+5511987654321' }, code: 368 }); // until stop() is called
emulator.injectFault({ status: 502, times: 1 }); // the next send meets a broken gateway
try {
  await send('+4915112345678');
} catch (error) {
  console.log(isOutcomeUnknownError(error)); // true: it may have been sent, so it is not sent again
}
stop();
// #endregion rules

// #region texts
const heal = emulator.injectFault({ code: 190, subcode: 460, userMessage: 'Log in again.' });
try {
  await send('+4915112345678');
} catch (error) {
  if (isApiError(error, 190, 460)) console.log(error.title, error.userMessage); // Password changed Log in again.
}
heal();
emulator.injectFault({ delayAfter: 200, times: 1 }); // the answer comes after the call was carried out, and after its statuses
// #endregion texts

// #region webhooks
emulator.injectFault({ on: 'webhook', copies: 2 }); // every webhook comes twice
emulator.injectFault({ on: 'webhook', match: { path: 'statuses' }, reorder: true, probability: 0.3 });
emulator.injectFault({ on: 'webhook', drop: 'before', probability: 0.1 }); // and comes again later
emulator.webhook.batch(50); // up to 50 changes in a POST
// #endregion webhooks

// #region fixtures
await emulator.webhook.send(webhookFixture('account_update.account_restriction'));
console.log(emulator.journal.webhooks.at(-1)?.field); // account_update
// #endregion fixtures
