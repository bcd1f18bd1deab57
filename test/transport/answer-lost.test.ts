import { expect, test } from 'vitest';
import { sendText } from '../../src/api/messages/send-text.ts';
import { makeCoreClient } from '../helpers/core-client.ts';

/** Failures that mean "never sent" where no answer has begun. */
const failures: readonly (readonly [string, () => Error])[] = [
  [
    'ECONNREFUSED',
    () => new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED', syscall: 'connect' } }),
  ],
  [
    'ENOTFOUND',
    () => new TypeError('fetch failed', { cause: { code: 'ENOTFOUND', syscall: 'getaddrinfo' } }),
  ],
  ['a certificate', () => new TypeError('fetch failed', { cause: { code: 'CERT_HAS_EXPIRED' } })],
  ['ECONNRESET', () => new TypeError('terminated', { cause: { code: 'ECONNRESET' } })],
];

/** A client whose answer breaks off after `text`. */
function clientOf(status: number, text: string, failure: () => Error) {
  let calls = 0;
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    retry: { baseDelay: 1 },
    fetch: () => {
      calls += 1;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (text === '' || calls > 1) controller.error(failure());
          else controller.enqueue(new TextEncoder().encode(text));
          text = '';
        },
      });
      return Promise.resolve(new Response(body, { status }));
    },
  });
  return { client, getCalls: () => calls };
}

const answers = [
  ['200 before its first byte', 200, ''],
  ['200 half-way', 200, '{"messages":[{"id":"wam'],
  ['400 half-way', 400, '{"error":{"code":1304'],
  ['503 before its first byte', 503, ''],
] as const;

test.each(
  answers.flatMap(([name, status, text]) =>
    failures.map(([code, failure]) => ({ name, status, text, code, failure })),
  ),
)(
  'behavior: a send whose answer breaks off is unknown and not repeated: $name, $code',
  async ({ status, text, failure }) => {
    const { client, getCalls } = clientOf(status, text, failure);
    const send = sendText(client, { to: '+5511987654321', body: 'hi', callbackData: 'order-17' });
    await expect(send).rejects.toMatchObject({ kind: 'outcome_unknown', callbackData: 'order-17' });
    expect(getCalls()).toBe(1);
  },
);
