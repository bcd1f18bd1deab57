import { completeFlow, createFlowEndpoint } from 'wabakit/flows';
import { createWebhookHandler, signPayload, verifySignature } from 'wabakit/webhooks';
import { appSecret, equal, verifyToken } from './check.ts';

export async function verifiesSignatures(): Promise<void> {
  const known = 'sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13';
  equal(await signPayload('secret', '{}'), known, 'the signature of {}');
  const check = (appSecret: string | string[], body: string, signature: string | undefined) =>
    verifySignature({ appSecret, body, signature });
  equal(await check(['old', 'secret'], '{}', known), true, 'good');
  equal(await check('secret', '{} ', known), false, 'another body');
  equal(await check('other', '{}', known), false, 'another secret');
  equal(await check('secret', '{}', known.slice(0, -1)), false, 'cut off');
  equal(await check('secret', '{}', undefined), false, 'missing');
}

const webhookUrl = 'https://shop.example/webhooks';
const incoming = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            contacts: [{ profile: { name: 'Zoë 👋' }, wa_id: '5511987654321' }],
            messages: [
              {
                from: '5511987654321',
                id: 'wamid.in',
                timestamp: '1749416383',
                type: 'text',
                text: { body: 'Olá' },
              },
            ],
            statuses: [
              { id: 'wamid.out', status: 'read', timestamp: '1749416390', recipient_id: '5511987654321' },
            ],
          },
        },
        { field: 'a_field_of_tomorrow', value: { anything: 1 } },
      ],
    },
  ],
});

export async function receives(): Promise<void> {
  const seen: unknown[] = [];
  const receive = createWebhookHandler({
    appSecret,
    verifyToken,
    acknowledge: 'processed',
    on: {
      message: (event) => seen.push([event.at, event.waId, event.type === 'text' && event.text.body]),
      status: (event) => seen.push([event.wamid, event.status]),
      unknown: (event) => seen.push(event.field),
    },
  });
  const post = async (signature?: string) => {
    const headers = new Headers(signature === undefined ? {} : { 'x-hub-signature-256': signature });
    return (await receive(new Request(webhookUrl, { method: 'POST', headers, body: incoming }))).status;
  };
  equal(await post(await signPayload('another secret', incoming)), 401, 'a bad signature');
  equal(await post(), 401, 'a missing signature');
  equal(seen, [], 'events before a good signature');
  equal(await post(await signPayload(appSecret, incoming)), 200, 'a good signature');
  equal(
    seen,
    [[1_749_416_383_000, '5511987654321', 'Olá'], ['wamid.out', 'read'], 'a_field_of_tomorrow'],
    'events',
  );
}

export async function answersTheHandshake(): Promise<void> {
  const receive = createWebhookHandler({ appSecret, verifyToken });
  const ask = (token: string) =>
    receive(
      new Request(`${webhookUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`),
    );
  const good = await ask(verifyToken);
  equal([good.status, await good.text()], [200, '1158201444'], 'the right token');
  equal((await ask('guess')).status, 403, 'a wrong token');
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const getBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The phone's side is played with WebCrypto alone: a fresh AES key under the public key, and the flipped vector on the way back. */
export async function answersFlows(): Promise<void> {
  const keys = await crypto.subtle.generateKey(
    {
      name: 'RSA-OAEP',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['encrypt', 'decrypt'],
  );
  const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  const privateKey = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  const endpoint = createFlowEndpoint({
    privateKey,
    appSecret,
    on: { dataExchange: ({ flow_token, data }) => completeFlow(flow_token, { day: data?.['day'] }) },
  });
  const secret = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const flow = {
    version: '3.0',
    action: 'data_exchange',
    screen: 'DAY',
    flow_token: 'repair-17',
    data: { day: 'Friday' },
  };
  const clear = new TextEncoder().encode(JSON.stringify(flow));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, clear);
  const sealedKey = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, keys.publicKey, secret);
  const body = JSON.stringify({
    encrypted_flow_data: base64(new Uint8Array(sealed)),
    encrypted_aes_key: base64(new Uint8Array(sealedKey)),
    initial_vector: base64(iv),
  });
  const ask = async (signature: string) =>
    endpoint(
      new Request(webhookUrl, { method: 'POST', headers: { 'x-hub-signature-256': signature }, body }),
    );
  equal((await ask(await signPayload('another secret', body))).status, 432, 'a bad signature');
  const answer = await ask(await signPayload(appSecret, body));
  equal(answer.status, 200, 'the status');
  const flipped = iv.map((byte) => byte ^ 0xff);
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: flipped },
    aes,
    getBytes(await answer.text()),
  );
  const { screen, data } = JSON.parse(new TextDecoder().decode(opened)) as Record<string, unknown>;
  equal(
    [screen, data],
    ['SUCCESS', { extension_message_response: { params: { day: 'Friday', flow_token: 'repair-17' } } }],
    'the answer',
  );
}
