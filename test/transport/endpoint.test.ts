import { expect, test } from 'vitest';
import { createBareClient } from '../../src/client/create-bare-client.ts';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { path, phoneNumberIdOf, wabaIdOf } from '../../src/transport/endpoint.ts';

const client = createBareClient({ accessToken: 'token', phoneNumberId: '1', wabaId: '2' });

test('default: each part is encoded and stays in its segment', () => {
  expect(path`/${'123'}/messages`).toBe('/123/messages');
  expect(path`/${'../../me?x=1#y'}/${'a b'}`).toBe('/..%2F..%2Fme%3Fx%3D1%23y/a%20b');
});

test.each(['', '.', '..'])('error: the part %j is refused', (part) => {
  expect(() => path`/${part}/messages`).toThrow('/{id}/messages: has an id that is empty or dots');
});

test('behavior: a call names its ids, else the client does', () => {
  expect(phoneNumberIdOf(client)).toBe('1');
  expect(phoneNumberIdOf(client, { phoneNumberId: '9' })).toBe('9');
  expect(wabaIdOf(client)).toBe('2');
});

test('error: an id that nobody gives is named', () => {
  const bare = createBareClient({ accessToken: 'token' });
  expect(() => wabaIdOf(bare)).toThrow('wabaId: is missing: give it to the client or to this call');
  expect(() => phoneNumberIdOf(bare, { phoneNumberId: '' })).toThrow(expect.toSatisfy(isUsageError));
});
