import { readdirSync } from 'node:fs';
import { signPayload } from 'wabakit/webhooks';
import { readReference, referencePath } from '../helpers/reference.ts';

export const appSecret = 'a secret of the app';
export const verifyToken = 'a token to verify';

/** The number, account and user of Meta's examples. */
export const place = {
  field: 'messages',
  wabaId: '102290129340398',
  phoneNumberId: '106540352242922',
  displayPhoneNumber: '15550783881',
} as const;

/** A body with one change. */
export const getBody = (value: object, field = 'messages', entry: object = {}): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: place.wabaId, ...entry, changes: [{ value, field }] }],
  });

const metadata = {
  display_phone_number: place.displayPhoneNumber,
  phone_number_id: place.phoneNumberId,
};

/** A text from a user. */
export const textMessage = (id: string, body = 'Hello', from = '16505551234') => ({
  from,
  id,
  timestamp: '1749416383',
  type: 'text',
  text: { body },
});

export const messagesBody = (...messages: readonly object[]): string =>
  getBody({ messaging_product: 'whatsapp', metadata, messages });

export const statusesBody = (...statuses: readonly object[]): string =>
  getBody({ messaging_product: 'whatsapp', metadata, statuses });

/** A signed request, as Meta sends it. */
export async function signedRequest(
  body: string | Uint8Array<ArrayBuffer>,
  { secret = appSecret, url = 'https://shop.example/webhooks' } = {},
): Promise<Request> {
  const headers = {
    'x-hub-signature-256': await signPayload(secret, body),
    'content-type': 'application/json',
  };
  return new Request(url, { method: 'POST', body, headers });
}

/** The names of the reference bodies. */
export const referenceBodies = (): string[] =>
  readdirSync(referencePath('webhooks')).filter((name) => name.endsWith('.json'));

export const readBody = (name: string): string => readReference(`webhooks/${name}`);
