import { expect, test } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { graphPath, getPhoneNumberId, getWabaId } from '../../src/transport/graph-path.ts';

const client = makeCoreClient({ accessToken: 'token', phoneNumberId: '1', wabaId: '2' });

test('default: each part is encoded and stays in its segment', () => {
  expect(graphPath`/${'123'}/messages`).toBe('/123/messages');
  expect(graphPath`/${'../../me?x=1#y'}/${'a b'}`).toBe('/..%2F..%2Fme%3Fx%3D1%23y/a%20b');
});

test.each(['', '.', '..'])('error: the part %j is refused', (part) => {
  expect(() => graphPath`/${part}/messages`).toThrow(
    `/{id}/messages needs an id, and got "${part}". Give the id as Meta returned it.`,
  );
});

test('behavior: a call names its ids, else the client does', () => {
  expect(getPhoneNumberId(client)).toBe('1');
  expect(getPhoneNumberId(client, { phoneNumberId: '9' })).toBe('9');
  expect(getWabaId(client)).toBe('2');
});

test('error: an id that nobody gives is named', () => {
  const bare = makeCoreClient({ accessToken: 'token' });
  expect(() => getWabaId(bare)).toThrow('wabaId is missing. Give it to the client or to this call.');
  expect(() => getPhoneNumberId(bare, { phoneNumberId: '' })).toThrow(expect.toSatisfy(isUsageError));
});
