import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signPayload, verifySignature } from 'wabakit/webhooks';
import { appSecret } from './helpers.ts';
import { promise } from '../attacks/promise.ts';

const encoder = new TextEncoder();
const signNatively = (body: string | Uint8Array, secret = appSecret): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** What the body of a webhook may be, down to bytes that are no text. */
const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.json().map((text) => encoder.encode(text)),
  fc.string({ unit: 'grapheme' }).map((text) => encoder.encode(JSON.stringify({ text }))),
  fc.string({ unit: 'grapheme' }).map((text) => encoder.encode(escapeUnicode(JSON.stringify({ text })))),
  fc.webUrl().map((url) => encoder.encode(JSON.stringify({ url }).replaceAll('/', '\\/'))),
  fc.json().map((text) => encoder.encode(`\ufeff${text}`)),
  fc.uint8Array({ maxLength: 300 }),
);

function escapeUnicode(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

test('default', async () => {
  const signature = await signPayload('secret', '{}');
  expect(signature).toBe('sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13');
  await expect(verifySignature({ appSecret: 'secret', body: '{}', signature })).resolves.toBe(true);
});

test(promise('signed-bodies', '1,000 of 1,000 generated bodies'), async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      expect(await verifySignature({ appSecret, body, signature: signNatively(body) })).toBe(true);
      expect(await signPayload(appSecret, body)).toBe(signNatively(body));
    }),
    { numRuns: 1000 },
  );
});

test(promise('forged-bodies', '0 of 1,000 with one bit flipped'), async () => {
  await fc.assert(
    fc.asyncProperty(
      bytes.filter((body) => body.length > 0),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      async (body, place, bit) => {
        const flipped = body.slice();
        flipped[place % body.length]! ^= 1 << bit;
        expect(await verifySignature({ appSecret, body: flipped, signature: signNatively(body) })).toBe(
          false,
        );
      },
    ),
    { numRuns: 1000 },
  );
});

// One class is accepted by design: text beyond ASCII that Meta signed with escapes, which the next test covers.
test(promise('forged-bodies', '0 of 1,000 with other blanks, slashes or numbers'), async () => {
  const spaced = fc.json({ maxDepth: 3 }).map((text) => `{ "entry": ${text} }`);
  const slashed = fc.webUrl().map((url) => JSON.stringify({ url }).replaceAll('/', '\\/'));
  const floats = fc.nat().map((price) => `{"price":${price}.0}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(spaced, slashed, floats), async (body) => {
      const again = JSON.stringify(JSON.parse(body));
      expect(again).not.toBe(body);
      expect(await verifySignature({ appSecret, body: again, signature: signNatively(body) })).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('behavior: raw text is accepted when Meta signed it with escapes, and only then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const raw = JSON.stringify({ text });
      const signature = signNatively(escapeUnicode(raw));
      expect(await verifySignature({ appSecret, body: raw, signature })).toBe(true);
      expect(await verifySignature({ appSecret, body: encoder.encode(raw), signature })).toBe(true);
      const other = JSON.stringify({ text: `${text}!` });
      expect(await verifySignature({ appSecret, body: other, signature })).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('behavior: bytes that are no text do not pass for the replacement character', async () => {
  const signature = signNatively(escapeUnicode('"\ufffd"'));
  const body = Uint8Array.from([0x22, 0xff, 0x22]);
  await expect(verifySignature({ appSecret, body, signature })).resolves.toBe(false);
});

test('behavior: each of several app secrets is accepted, empty ones never', async () => {
  const body = '{"a":1}';
  const rotated = ['new', appSecret, ''];
  await expect(verifySignature({ appSecret: rotated, body, signature: signNatively(body) })).resolves.toBe(
    true,
  );
  await expect(
    verifySignature({ appSecret: rotated, body, signature: signNatively(body, 'foreign') }),
  ).resolves.toBe(false);
  await expect(
    verifySignature({ appSecret: ['', ''], body, signature: signNatively(body, '') }),
  ).resolves.toBe(false);
  await expect(verifySignature({ appSecret: [], body, signature: signNatively(body) })).resolves.toBe(false);
});

test('behavior: every malformed header is a plain no', async () => {
  const body = '{"a":1}';
  const good = signNatively(body);
  const hex = good.slice('sha256='.length);
  const sha1 = `sha1=${createHmac('sha1', appSecret).update(body).digest('hex')}`;
  const lengths = Array.from({ length: 131 }, (_, length) => `sha256=${hex.repeat(3).slice(0, length)}`);
  const headers = [
    undefined,
    null,
    '',
    ' ',
    hex,
    sha1,
    `sha1=${hex}`,
    `SHA256=${hex}`,
    `${good}, ${good}`,
    `${good},${good}`,
    `${good} `,
    ` ${good}`,
    `${good}\n`,
    `${good}0`,
    `sha256=${hex.slice(0, -1)}g`,
    `sha256=${'z'.repeat(64)}`,
    `sha256=${'é'.repeat(64)}`,
    ...lengths.filter((header) => header !== good),
  ];
  for (const signature of headers)
    expect(await verifySignature({ appSecret, body, signature }), String(signature)).toBe(false);
  await expect(verifySignature({ appSecret, body, signature: good })).resolves.toBe(true);
});

test('behavior: without the module of Node, WebCrypto gives the same answers', async () => {
  const { vi } = await import('vitest');
  vi.stubGlobal('process', undefined);
  vi.resetModules();
  const web = await import('../../src/webhooks/receiver/signature.ts');
  vi.unstubAllGlobals();
  expect(web.verifySignature).not.toBe(verifySignature);
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      const signature = await web.signPayload(appSecret, body);
      expect(signature).toBe(signNatively(body));
      expect(await web.verifySignature({ appSecret, body, signature })).toBe(true);
      expect(await web.verifySignature({ appSecret: 'other', body, signature })).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('error: a parsed body says so', async () => {
  const parsed: unknown = { entry: [] };
  await expect(
    verifySignature({ appSecret, body: parsed as string, signature: signNatively('{}') }),
  ).rejects.toThrow('verifySignature needs the raw body, not a parsed one.');
});
