import { Agent } from 'node:https';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/create-client.ts';
import type { ClientOptions, CloudApiClientOptions } from '../../src/client/options.ts';
import { UsageError } from '../../src/errors/usage-error.ts';
import { cloudApi } from '../../src/transport/hosts/cloud-api.ts';
import { http } from '../../src/transport/http.ts';

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

test('default: a token is enough, and Meta’s newest version is used', async () => {
  const urls: string[] = [];
  const record: typeof fetch = async (input) => {
    urls.push((input as Request).url);
    return Response.json({});
  };
  const wa = createClient({ accessToken: 'the-token', fetch: record });
  expect(wa.config).toEqual({});
  await wa.graph.get('/me');
  expect(urls).toEqual(['https://graph.facebook.com/v26.0/me']);
});

test('behavior: every option that works is taken', () => {
  const all: Required<Omit<CloudApiClientOptions, 'transport' | 'agent'>> = {
    ...good,
    wabaId: '102290129340398',
    appId: '1',
    businessPortfolioId: '2',
    appSecret: 'secret',
    apiVersion: 'v25.0',
    baseUrl: 'http://127.0.0.1:4000',
    fetch,
    timeout: 1000,
    totalTimeout: 5000,
    messagesPerSecond: 80,
    maxQueueTime: 60_000,
    retry: { attempts: 2, baseDelay: 100, retryServerErrors: true },
    logger: { debug: () => undefined, warn: () => undefined },
    defaultCountry: '+55',
    allowedHosts: ['media.example.com'],
    onAttempt: () => undefined,
  };
  expect(problems(all)).toEqual([]);
  expect(problems({ ...good, agent: new Agent() })).toEqual([]);
  expect(problems({ ...good, messagesPerSecond: () => 20 })).toEqual([]);
  expect(problems({ ...good, retry: false, wabaId: undefined, defaultCountry: '55' })).toEqual([]);
});

test.each([
  [
    {},
    [
      'accessToken: is missing; create one for a system user of the business (Business settings, System users)',
    ],
  ],
  [
    { ...good, accessToken: '' },
    [
      'accessToken: is missing; create one for a system user of the business (Business settings, System users)',
    ],
  ],
  [
    { ...good, accessToken: undefined },
    [
      'accessToken: is missing; create one for a system user of the business (Business settings, System users)',
    ],
  ],
  [{ ...good, accessToken: 'two words' }, ['accessToken: should be a token without spaces or line breaks']],
  [{ ...good, apiVersion: '23.0' }, ['apiVersion: is "23.0"; write it as v26.0']],
  [
    { ...good, baseUrl: 'https://graph.facebook.com?x=1' },
    [
      'baseUrl: should be https:// with a host name (or a loopback address), without version, query and password',
    ],
  ],
  [
    { ...good, phoneNumberId: '+55 11 98765-4321' },
    ['phoneNumberId: is a phone number; give its id, as the API Setup page shows it'],
  ],
  [{ ...good, timeout: 0 }, ['timeout: should be a number of milliseconds above 0']],
  [{ ...good, retry: 3 }, ['retry: should be an object or false']],
  [{ ...good, messagesPerSecond: 0 }, ['messagesPerSecond: should be a number above 0, such as 80']],
  [{ ...good, maxQueueTime: -1 }, ['maxQueueTime: should be a number of milliseconds above 0']],
  [{ ...good, logger: {} }, ['logger: should have the methods debug and warn']],
  [{ ...good, fetch: 'x' }, ['fetch: should be a function']],
  [{ ...good, defaultCountry: 'BR' }, ['defaultCountry: should be a calling code, such as +55']],
  [
    { ...good, allowedHosts: ['https://a.example'] },
    ['allowedHosts: should be a list of host names, such as media.example.com'],
  ],
  [{ ...good, accesToken: 'x' }, ['accesToken: is not an option; did you mean accessToken?']],
  [{ ...good, token: 'x' }, ['token: is not an option; did you mean accessToken?']],
  [
    { ...good, transport: http({ host: cloudApi({ accessToken: 'a' }) }) },
    ['accessToken: belongs to the transport; give it to http() or to its host'],
  ],
  [
    { transport: 'https://graph.facebook.com' },
    ['transport: should be a transport; http({ host: cloudApi({ accessToken }) }) makes one'],
  ],
  [{ ...good, version: 'v26.0' }, ['version: is not an option; did you mean apiVersion?']],
])('error: %j', (options, expected) => {
  expect(problems(options)).toEqual(expected);
});

test('error: an option like no other gets the whole list', () => {
  expect(problems({ ...good, zzz: 1 })[0]).toMatch(
    /^zzz: is not an option; they are accessToken, phoneNumberId, /,
  );
});

test('error: no options at all', () => {
  expect(() => (createClient as () => unknown)()).toThrow(
    'options are missing; give at least { accessToken, phoneNumberId }',
  );
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
