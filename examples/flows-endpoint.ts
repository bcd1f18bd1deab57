/** A Flow that books a bicycle repair: the endpoint over real HTTP on this machine, and a stand-in for the phone that talks to it. */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import {
  completeFlow,
  createFlowEndpoint,
  decryptFlowMedia,
  expireFlowToken,
  type FlowDataExchange,
  type FlowMedia,
} from 'wabakit/flows';
import { signPayload, toExpress, toNodeListener } from 'wabakit/webhooks';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const { FLOW_PRIVATE_KEY: privateKey = keys.privateKey, WHATSAPP_APP_SECRET: appSecret = 'the-app-secret' } =
  process.env;

// #region media
async function readPhoto({ cdn_url, encryption_metadata }: FlowMedia): Promise<Uint8Array> {
  const { protocol, hostname } = new URL(cdn_url);
  // The address comes from a phone: without this check a changed app could make your server fetch whatever it likes.
  if (protocol !== 'https:' || !hostname.endsWith('.whatsapp.net'))
    throw new Error(`no file host: ${hostname}`);
  const response = await fetch(cdn_url);
  return decryptFlowMedia(new Uint8Array(await response.arrayBuffer()), encryption_metadata);
}

async function readPhotos({ data }: FlowDataExchange): Promise<Uint8Array[]> {
  const photos = (data?.['photos'] ?? []) as readonly FlowMedia[]; // as your PhotoPicker is named
  return Promise.all(photos.map(readPhoto));
}
// #endregion media

// #region endpoint
const booked = new Set<string>();

async function book(request: FlowDataExchange) {
  const { flow_token, data } = request;
  const day = data?.['day'];
  if (booked.has(flow_token)) return expireFlowToken('This repair is booked already.');
  if (day === 'Sunday') return { screen: 'DAY', data: { error_message: 'We are closed on Sundays.' } };
  booked.add(flow_token);
  return completeFlow(flow_token, { day, photos: (await readPhotos(request)).length });
}

const endpoint = createFlowEndpoint({
  privateKey, // or [newKey, oldKey] while you rotate
  appSecret,
  on: {
    init: () => ({ screen: 'DAY', data: { days: ['Monday', 'Friday'] } }),
    dataExchange: book,
    error: ({ data }) => console.error('WhatsApp could not use the last answer:', data.error_message),
  },
});
// #endregion endpoint

// #region serve
const server = createServer(toNodeListener(endpoint)).listen(0, '127.0.0.1');
// #endregion serve

// #region express
const app = express();
app.post('/flow', toExpress(endpoint));
// #endregion express

/** What the phone does: a new AES key for each request, the public key around it, and the flipped vector on the way back. */
async function ask(url: string, request: object): Promise<string> {
  const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-128-gcm', aesKey, iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(request)), cipher.final(), cipher.getAuthTag()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const body = JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt({ key: keys.publicKey, padding, oaepHash: 'sha256' }, aesKey).toString(
      'base64',
    ),
    initial_vector: iv.toString('base64'),
  });
  const headers = { 'x-hub-signature-256': await signPayload(appSecret, body) };
  const response = await fetch(url, { method: 'POST', headers, body });
  const sealed = Buffer.from(await response.text(), 'base64');
  const decipher = createDecipheriv(
    'aes-128-gcm',
    aesKey,
    iv.map((byte) => byte ^ 0xff),
  );
  decipher.setAuthTag(sealed.subarray(-16));
  const answer = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return `${response.status} ${answer.toString()}`;
}

await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/flow`;
const flow = { version: '3.0', flow_token: 'repair-17' };
console.log(await ask(url, { version: '3.0', action: 'ping' })); // 200 {"data":{"status":"active"}}
console.log(await ask(url, { ...flow, action: 'INIT' })); // 200 {"screen":"DAY",…}
const submit = { ...flow, action: 'data_exchange', screen: 'DAY' };
console.log(await ask(url, { ...submit, data: { day: 'Sunday' } })); // 200 {"screen":"DAY","data":{"error_message":…}}
console.log(await ask(url, { ...submit, data: { day: 'Friday' } })); // 200 {"screen":"SUCCESS",…}
console.log(await ask(url, { ...submit, data: { day: 'Friday' } })); // 427 {"error_msg":"This repair is booked already."}

const shop = app.listen(0, '127.0.0.1');
await once(shop, 'listening');
const shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/flow`;
console.log(await ask(shopUrl, { version: '3.0', action: 'ping' })); // 200 {"data":{"status":"active"}}
shop.close();
server.close();
