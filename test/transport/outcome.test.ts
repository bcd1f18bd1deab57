import { expect, test } from 'vitest';
import { isNeverSent } from '../../src/transport/never-sent.ts';
import { outcomeOfAnswer } from '../../src/transport/outcome.ts';

test.each([4, 17, 32, 613, 80007, 80008, 130429, 131056, 131057])(
  'behavior: code %i is a limit, though it comes as HTTP 400',
  (code) => {
    expect(outcomeOfAnswer(400, code, true)).toBe('throttled');
  },
);

test.each([
  [200, undefined, true, 'accepted'],
  [200, undefined, false, 'unknown'],
  [400, 131047, true, 'rejected'],
  [500, 131000, true, 'rejected'],
  [404, undefined, false, 'rejected'],
  [302, undefined, false, 'rejected'],
  [408, undefined, false, 'unknown'],
  [429, undefined, false, 'throttled'],
  [429, 368, true, 'throttled'],
  [502, undefined, false, 'unknown'],
  [503, undefined, true, 'unknown'],
] as const)('default: HTTP %i with code %s, readable %s, is %s', (status, code, readable, outcome) => {
  expect(outcomeOfAnswer(status, code, readable)).toBe(outcome);
});

const node = (code: string, syscall: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });

test.each([
  ['a name that does not resolve', node('ENOTFOUND', 'getaddrinfo')],
  ['a refused connection', node('ECONNREFUSED', 'connect')],
  ['a host out of reach', node('EHOSTUNREACH', 'connect')],
  ['a connection that times out', node('ETIMEDOUT', 'connect')],
  [
    'undici’s own connect timeout',
    new TypeError('fetch failed', { cause: { code: 'UND_ERR_CONNECT_TIMEOUT' } }),
  ],
  [
    'a broken handshake',
    {
      cause: {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
    },
  ],
  ['a self-signed certificate', { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } }],
  ['an expired certificate', { cause: { code: 'CERT_HAS_EXPIRED' } }],
  ['a certificate of another host', { cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } }],
  [
    'Bun',
    { code: 'ConnectionRefused', message: 'Unable to connect. Is the computer able to access the url?' },
  ],
  [
    'Deno',
    new TypeError('error sending request for url: client error (Connect): tcp connect error: refused'),
  ],
])('behavior: %s proves that nothing was sent', (_name, fault) => {
  expect(isNeverSent(fault)).toBe(true);
});

test.each([
  ['a reset', node('ECONNRESET', 'read')],
  ['a broken pipe', node('EPIPE', 'write')],
  [
    'a closed socket',
    new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET', message: 'other side closed' } }),
  ],
  ['a late timeout', node('ETIMEDOUT', 'read')],
  ['a headers timeout', { cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } }],
  ['the failure of Workers', new Error('Network connection lost.')],
  ['no error at all', undefined],
])('behavior: %s proves nothing', (_name, fault) => {
  expect(isNeverSent(fault)).toBe(false);
});

test('behavior: causes that form a ring end the walk', () => {
  const ring: { cause?: unknown } = {};
  ring.cause = ring;
  expect(isNeverSent(ring)).toBe(false);
});
