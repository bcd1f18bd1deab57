import { expect, test } from 'vitest';
import { pickStoredHeaders } from '../../../src/webhooks/queue/stored-headers.ts';

test('default: the headers that describe and sign the body are kept, no others', () => {
  const kept = {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    'x-hub-signature': 'sha1=00',
    'x-hub-signature-256': 'sha256=00',
  };
  const secret = [
    'cookie',
    'set-cookie',
    'authorization',
    'proxy-authorization',
    'x-api-key',
    'x-forwarded-for',
  ];
  expect(
    pickStoredHeaders({ ...kept, ...Object.fromEntries(secret.map((name) => [name, 'canary'])) }),
  ).toEqual(kept);
});
