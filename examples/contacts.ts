/** One person, many ids: numbers in every spelling, WhatsApp IDs, business-scoped user ids. Runs without a network. */
import {
  contactKey,
  createIdentities,
  isSameContact,
  toIdentityFacts,
  type IdentityRecord,
} from 'wabakit/contacts';
import { webhookFixture } from 'wabakit/emulator';
import { createLedger } from 'wabakit/pricing';
import { createWebhookHandler, parseWebhook } from 'wabakit/webhooks';

const at = Date.UTC(2026, 9, 5, 12);

// #region keys
console.log(contactKey('+55 31 8765-4321')); // 5531987654321
console.log(isSameContact('+52 55 1234 5678', '5215512345678')); // true
console.log(isSameContact('551133334444', '5511933334444')); // false: a fixed line and a mobile number
// #endregion keys

// #region learn
const identities = createIdentities();
identities.learn({ at, waId: '5511987654321', bsuid: 'BR.13491208655302741918' });

console.log(identities.resolve('+55 11 98765-4321')); // BR.13491208655302741918
console.log(identities.resolve('551187654321')); // BR.13491208655302741918
console.log(identities.resolve('+1 650 555 1234')); // 16505551234: nothing is known about it
// #endregion learn

// #region changes
const notice = JSON.stringify(webhookFixture('messages.system.user_changed_number').envelope);
for (const event of parseWebhook(notice)) for (const fact of toIdentityFacts(event)) identities.learn(fact);

console.log(identities.resolve('5511912345678')); // BR.13491208655302741918: the new number
console.log(identities.resolve('5511987654321')); // 5511987654321@1793620800000: whoever has the old number next
// #endregion changes

// #region share
const ledger = createLedger({ currency: 'USD', identities });
const receive = createWebhookHandler({
  appSecret: 'secret',
  verifyToken: 'blue',
  serializeBy: 'user',
  identities,
  on: {
    any(event) {
      for (const fact of toIdentityFacts(event)) identities.learn(fact);
    },
  },
});
// #endregion share
await receive.process(notice);
console.log(ledger.identities === identities); // true

// #region store
const saved = JSON.stringify(identities.records);
const again = createIdentities(JSON.parse(saved) as IdentityRecord[]);
// #endregion store
console.log(again.resolve('5511912345678')); // BR.13491208655302741918
