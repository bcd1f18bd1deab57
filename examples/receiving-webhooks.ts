/** A receiver on node:http on the emulator: subscription, signature, typed events, the order of statuses. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'wabakit';
import { contactKey } from 'wabakit/contacts';
import { createEmulator } from 'wabakit/emulator';
import {
  type ConsentEvent,
  type StatusState,
  type WebhookTenantRequest,
  createWebhookHandler,
  isWebhookError,
  loadConsentReader,
  parseWebhook,
  signPayload,
  reduceStatus,
  toNodeListener,
  verifySignature,
} from 'wabakit/webhooks';

const emulator = await createEmulator({ clock: 'manual' });
const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator;
const wa = createClient({
  accessToken,
  phoneNumberId,
  fetch: (input, init) => emulator.fetch(new Request(input, init)),
});

// #region order
const states = new Map<string, StatusState>();

function follow(event: Parameters<typeof reduceStatus>[1] & { readonly wamid: string }): void {
  const { state, verdict } = reduceStatus(states.get(event.wamid), event);
  states.set(event.wamid, state);
  if (verdict === 'conflict') console.warn('check this message:', event.wamid);
}
// #endregion order

// #region consent
const stopped = new Map<string, ConsentEvent>(); // your database

function followConsent(event: ConsentEvent): void {
  const user = contactKey(event.waId ?? event.bsuid ?? '');
  const last = stopped.get(user);
  switch (event.choice) {
    case 'stop':
      stopped.set(user, event);
      break;
    case 'maybe_stop': // a stop, if your last message was an offer
      console.log('ask', user, 'what', event.word, 'is about');
      break;
    case 'undo_stop': // undoes a word, and is no consent
      if (last?.source === 'keyword') stopped.delete(user);
      break;
    case 'resume':
    case 'signup': // a word does not turn WhatsApp's own switch on again
      if (event.source === 'preference' || last?.source !== 'preference') stopped.delete(user);
  }
}
// #endregion consent

// #region handler
const handler = createWebhookHandler({
  appSecret, // App Dashboard > App settings > Basic
  verifyToken, // a text of your choice, typed into the App Dashboard
  serializeBy: 'user',
  on: {
    message: (event) => {
      const { sender } = event; // what every send takes
      if (event.type === 'text') console.log(sender, 'wrote', event.text.body);
      else if (event.type === 'image') console.log(sender, 'sent the image', event.image.id);
      else if (event.type === 'interactive' && event.interactive.type === 'button_reply')
        console.log(sender, 'tapped', event.interactive.button_reply.id);
    },
    status: follow,
    consent: followConsent,
    templateStatus: (event) => console.log(event.name, 'is', event.status, event.reason),
    accountUpdate: (event) => console.log(event.event),
    unknown: (event) => console.log('new to this version:', event.field, event.raw),
  },
  onError: (error, event) => console.error(event?.kind, error),
});
// #endregion handler

// #region listen
const server = createServer(toNodeListener(handler));
server.listen(0, '127.0.0.1');
// #endregion listen
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;

await emulator.webhook.subscribe(url);
const user = emulator.phone('+5511987654321');
await user.say('Is my bicycle ready?');
await wa.messages.sendText({ to: '+5511987654321', body: 'It is ready since noon.' });
await emulator.waitForIdle(); // delivered
await user.read();
await user.say('Stop, please!');
await emulator.waitForIdle();
console.log('stopped:', [...stopped.keys()].join()); // stopped: 5511987654321
console.log('statuses:', [...states.values()].map(({ status }) => status).join()); // statuses: read

const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
const request = new Request(url, {
  method: 'POST',
  body,
  headers: { 'x-hub-signature-256': await signPayload(appSecret, body) },
});

// #region by-hand
const raw = new Uint8Array(await request.arrayBuffer()); // the raw bytes, never a parsed body
const signature = request.headers.get('x-hub-signature-256');
if (await verifySignature({ appSecret, body: raw, signature })) {
  try {
    const readConsent = await loadConsentReader({ sair: 'stop' }); // with a word of your own
    for (const event of readConsent(parseWebhook(raw))) console.log(event.kind, event.at);
  } catch (error) {
    if (isWebhookError(error)) console.log(error.reason); // not_json, too_deep
  }
}
// #endregion by-hand

// #region own-words
const withWords = createWebhookHandler({
  appSecret,
  verifyToken,
  consentWords: { sair: 'stop', baja: 'maybe_stop', start: 'none' },
  on: { consent: followConsent },
});
// #endregion own-words
await withWords.drain();

// #region tenants
const tenants = new Map([
  [
    'shop-7',
    { id: 'shop-7', appSecret: 'secret of 7', verifyToken: 'token of 7', wabaIds: ['102290129340398'] },
  ],
  [
    'shop-8',
    { id: 'shop-8', appSecret: 'secret of 8', verifyToken: 'token of 8', wabaIds: ['104996122399160'] },
  ],
]);
const getTenant = ({ url }: WebhookTenantRequest) => tenants.get(url.pathname.split('/').at(-1) ?? '');

const forAll = createWebhookHandler({
  tenant: getTenant, // from your database, if you like
  appSecret: (incoming) => getTenant(incoming)?.appSecret,
  verifyToken: (incoming) => getTenant(incoming)?.verifyToken,
  on: { message: (event, { tenant }) => console.log(tenant, 'got', event.wamid) },
  onError: (error, event) => console.error(event?.wabaId, error), // an event of an account that is not the tenant's
});
// #endregion tenants
for (const shop of ['shop-7', 'shop-8']) {
  const query = 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=token+of+7';
  const answer = await forAll(new Request(`https://shop.example/webhooks/${shop}?${query}`));
  console.log(shop, answer.status); // shop-7 200, shop-8 403
}

// #region shutdown
server.close(); // no new webhooks
await handler.drain(); // the handlers that still run
// #endregion shutdown
server.closeAllConnections();
await emulator.close();
