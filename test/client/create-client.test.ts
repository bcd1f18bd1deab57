import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createCoreClient } from '../../src/client/create-core-client.ts';
import { createClient } from '../../src/client/create-client.ts';
import type { ClientOptions } from '../../src/client/options.ts';
import { UsageError } from '../../src/errors/usage-error.ts';

const good = { accessToken: 'the-token', phoneNumberId: '106540352242922' };

/** What is wrong with options, as `path: message`. */
function problems(options: object): string[] {
  try {
    createClient(options as ClientOptions);
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.issues.map(({ path, message }) => `${path}: ${message}`);
  }
}

test('default: a token is enough, and Meta’s newest version is used', () => {
  const wa = createClient({ accessToken: 'the-token' });
  expect(wa.config).toEqual({ apiVersion: 'v26.0' });
});

test('behavior: every option that works is taken', () => {
  const all: Required<ClientOptions> = {
    ...good,
    wabaId: '102290129340398',
    appId: '1',
    businessPortfolioId: '2',
    appSecret: 'secret',
    appSecretProof: 'proof',
    apiVersion: 'v25.0',
    baseUrl: 'http://127.0.0.1:4000',
    fetch,
    timeout: 1000,
    totalTimeout: 5000,
    retry: { attempts: 2, baseDelay: 100, retryServerErrors: true },
    logger: { debug: () => undefined, warn: () => undefined },
    defaultCountry: '+55',
    allowedHosts: ['media.example.com'],
    onAttempt: () => undefined,
    explainCode: () => undefined,
  };
  expect(problems(all)).toEqual([]);
  expect(problems({ ...good, retry: false, wabaId: undefined, defaultCountry: '55' })).toEqual([]);
});

test.each([
  [{}, ['accessToken: is missing; make one for a system user of the business']],
  [{ ...good, accessToken: '' }, ['accessToken: should be a string without blanks']],
  [{ ...good, accessToken: undefined }, ['accessToken: should be a string without blanks']],
  [{ ...good, accessToken: 'two words' }, ['accessToken: should be a string without blanks']],
  [{ ...good, apiVersion: '23.0' }, ['apiVersion: is "23.0"; write it as v26.0']],
  [
    { ...good, baseUrl: 'https://graph.facebook.com/v23.0' },
    [
      'baseUrl: should be https:// and a host name (or a loopback address), without path, version and password',
    ],
  ],
  [
    { ...good, phoneNumberId: '+55 11 98765-4321' },
    ['phoneNumberId: is a phone number; give its id, as the API Setup page shows it'],
  ],
  [{ ...good, timeout: 0 }, ['timeout: should be a number of milliseconds above 0']],
  [{ ...good, retry: 3 }, ['retry: should be an object or false']],
  [{ ...good, logger: {} }, ['logger: should have the methods debug and warn']],
  [{ ...good, fetch: 'x' }, ['fetch: should be a function']],
  [{ ...good, defaultCountry: 'BR' }, ['defaultCountry: should be a calling code, such as +55']],
  [
    { ...good, allowedHosts: ['https://a.example'] },
    ['allowedHosts: should be a list of host names, such as media.example.com'],
  ],
  [{ ...good, accesToken: 'x' }, ['accesToken: is not an option; did you mean accessToken?']],
  [{ ...good, token: 'x' }, ['token: is not an option; did you mean accessToken?']],
  [{ ...good, version: 'v26.0' }, ['version: is not an option; did you mean apiVersion?']],
])('error: %j', (options, expected) => {
  expect(problems(options)).toEqual(expected);
});

test('error: an option like no other gets the whole list', () => {
  expect(problems({ ...good, zzz: 1 })[0]).toMatch(
    /^zzz: is not an option; they are accessToken, phoneNumberId, /,
  );
});

test.each([
  [{}, 'accessToken should be a string without blanks'],
  [{ ...good, apiVersion: '23.0' }, 'apiVersion is "23.0"; write it as v26.0'],
  [
    { ...good, baseUrl: 'https://graph.facebook.com/v23.0' },
    'baseUrl should be https:// and just a host name',
  ],
])('error: the bare client refuses %j', (options, message) => {
  expect(() => createCoreClient(options as ClientOptions)).toThrow(message);
});

test('behavior: a client shows no secret', () => {
  const wa = createClient({ ...good, appSecret: 'the-secret' });
  expect(inspect(wa, { depth: 10, showHidden: true }) + JSON.stringify(wa)).not.toMatch(
    /the-token|the-secret/,
  );
});

test('behavior: the app secret becomes the proof of the token', async () => {
  const urls: string[] = [];
  const record: typeof fetch = async (input) => {
    urls.push((input as Request).url);
    return Response.json({ success: true });
  };
  const wa = createClient({ ...good, appSecret: 'the-secret', fetch: record });
  await wa.messages.markAsRead({ wamid: 'wamid.1' });
  // openssl: printf the-token | openssl dgst -sha256 -hmac the-secret
  expect(urls).toEqual([
    'https://graph.facebook.com/v26.0/106540352242922/messages?appsecret_proof=f5b09c8acdb18571cae3e66edf0f48355330da5a725eb5361f27207a386398f0',
  ]);
});
