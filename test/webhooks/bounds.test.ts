import { describe, expect, test, vi } from 'vitest';
import { createWebhookHandler, parseWebhook, signPayload } from 'wabakit/webhooks';
import { createFlowEndpoint } from 'wabakit/flows';
import { keyPair } from '../flows/whatsapp-client.ts';
import { appSecret, messagesBody, textMessage, verifyToken } from './helpers.ts';

/** A webhook of so many bytes; blanks between the braces do not count for JSON. */
function bodyOf(bytes: number): string {
  const body = messagesBody(textMessage('wamid.1'));
  return body.slice(0, -1) + ' '.repeat(bytes - body.length) + '}';
}

const forms: Readonly<Record<string, (body: string) => RequestInit>> = {
  'with its length': (body) => ({ body, headers: { 'content-length': String(body.length) } }),
  'without its length': (body) => ({ body }),
  'as a stream': (body) => ({ body: new Blob([body]).stream(), duplex: 'half' }),
};

describe.each(Object.keys(forms))('a body %s', (form) => {
  async function receive(bytes: number, maxBytes?: number) {
    const message = vi.fn();
    const handler = createWebhookHandler({
      appSecret,
      verifyToken,
      maxBytes,
      acknowledge: 'processed',
      onError: () => undefined,
      on: { message },
    });
    const body = bodyOf(bytes);
    const { headers, ...init } = forms[form]?.(body) ?? {};
    const signature = { 'x-hub-signature-256': await signPayload(appSecret, body) };
    const { status } = await handler(
      new Request('https://shop.example/', {
        method: 'POST',
        ...init,
        headers: { ...headers, ...signature },
      }),
    );
    return [status, message.mock.calls.length];
  }

  test.each([
    ['the default of 3 MiB plus 64 KiB', undefined, 3_211_264],
    ['1,000', 1000, 1000],
  ])('args: maxBytes: %s', async (_name, maxBytes, most) => {
    expect(await receive(most - 1, maxBytes)).toEqual([200, 1]);
    expect(await receive(most, maxBytes)).toEqual([200, 1]);
    expect(await receive(most + 1, maxBytes)).toEqual([413, 0]);
  });
});

test.each([
  ['the default of 1 MiB', undefined, 1_048_576],
  ['1,000', 1000, 1000],
])('args: maxBytes of a Flow endpoint: %s', async (_name, maxBytes, most) => {
  const { privateKey } = keyPair();
  const endpoint = createFlowEndpoint({
    privateKey,
    appSecret,
    maxBytes,
    on: {},
    onError: () => undefined,
  });
  const statusOf = async (bytes: number): Promise<number> =>
    (await endpoint(new Request('https://shop.example/', { method: 'POST', body: 'x'.repeat(bytes) })))
      .status;
  // 432: it was read, and its signature is missing.
  expect(await Promise.all([most - 1, most, most + 1].map(statusOf))).toEqual([432, 432, 413]);
});

test('args: JSON nests 64 levels deep', () => {
  const nested = (levels: number) => '{"a":'.repeat(levels - 1) + '{}' + '}'.repeat(levels - 1);
  const lists = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  for (const shape of [nested, lists]) {
    for (const levels of [63, 64]) expect(parseWebhook(shape(levels))).toHaveLength(1);
    expect(() => parseWebhook(shape(65))).toThrow(expect.objectContaining({ reason: 'too_deep' }) as Error);
  }
});
