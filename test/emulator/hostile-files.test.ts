import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';

/** A picture for an image viewer, a program for a browser. */
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><foreignObject>' +
  '<body xmlns="http://www.w3.org/1999/xhtml"><script>alert(3)</script></body></foreignObject></svg>';
const ana = '5511987654321';

let emulator: Emulator;
let server: EmulatorServer;
beforeAll(async () => {
  emulator = await createEmulator();
  server = await emulator.listen();
});
afterAll(() => server.close());

/** The user sends the file. Returns the media id that the webhook carries. */
async function receive(mimeType: string): Promise<string> {
  const bytes = new TextEncoder().encode(svg);
  const wamid = await emulator.phone(ana).send({ type: 'document', mimeType, filename: 'x.svg', bytes });
  const message = emulator.phone(ana).chat.find((one) => one.wamid === wamid);
  return (message?.payload['document'] as { readonly id: string }).id;
}

/** Each address under which the server hands out a file. */
const addresses: Readonly<Record<string, (id: string) => Promise<Response>>> = {
  'the phone page': (id) => fetch(`${server.url}/_wabakit/media/${id}`),
  'the download URL': async (id) => {
    const headers = { authorization: `Bearer ${emulator.accessToken}` };
    const node = await fetch(`${server.url}/v26.0/${id}`, { headers });
    const { url } = (await node.json()) as { readonly url: string };
    return fetch(url, { headers });
  },
};

// Browsers read every type that ends in +xml as XML, in which a script of XHTML or SVG runs.
const types = [
  'image/svg+xml',
  'image/svg+xml; charset=utf-8',
  'IMAGE/SVG+XML',
  'image/png+xml',
  'audio/x+xml',
  'video/x+xml',
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'image/png',
];

describe.each(Object.entries(addresses))('%s', (name, get) => {
  test.each(types)('behavior: a hostile file that calls itself %s runs no script', async (type) => {
    const response = await get(await receive(type));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(svg);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    // The sandbox allows nothing: no script, no form, no origin.
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    if (name === 'the phone page')
      expect(response.headers.get('content-type')).toBe(
        type === 'image/png' ? type : 'application/octet-stream',
      );
  });
});

test.each(['image/jpeg', 'image/webp', 'image/gif', 'audio/ogg; codecs=opus', 'audio/mp4', 'video/3gpp'])(
  'behavior: the phone page shows a file of type %s',
  async (type) => {
    const response = await addresses['the phone page']?.(await receive(type));
    expect(response?.headers.get('content-type')).toBe(type);
  },
);
