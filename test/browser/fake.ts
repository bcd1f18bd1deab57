import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPhoneAssets } from '../../scripts/phone-assets.ts';
import { phoneDocument } from '../../src/emulator/phone/document.ts';
import {
  phonePaths,
  type ActionResult,
  type PhoneAction,
  type PhoneEvent,
  type PhoneState,
} from '../../src/emulator/phone/protocol.ts';
import { silentVoiceNote } from '../../src/emulator/phone/conversation/voice-note.ts';

/** A picture, drawn, since nothing may be fetched. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 220"><rect width="320" height="220" fill="#e8c9a4"/><circle cx="250" cy="60" r="34" fill="#fff3da"/><path d="M0 220L90 90l70 90 50-50 110 90z" fill="#7a4a2b"/><path d="M0 220l140-60 180 60z" fill="#4d2c17"/></svg>`;

/** Serves the page with a state of the test's own, and keeps what it asks for. */
export async function startFake(
  state: PhoneState,
  answer: (action: PhoneAction) => ActionResult = () => ({ ok: true }),
) {
  const { html, headers } = await phoneDocument(await buildPhoneAssets());
  const actions: PhoneAction[] = [];
  const streams = new Set<ServerResponse>();
  const push = (response: ServerResponse, event: PhoneEvent): void =>
    void response.write(`data: ${JSON.stringify(event)}\n\n`);
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (url === phonePaths.page) response.writeHead(200, headers).end(html);
    else if (url === phonePaths.events) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      push(response, { kind: 'state', state });
      streams.add(response);
    } else if (url === phonePaths.actions) {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const action = JSON.parse(body) as PhoneAction;
        actions.push(action);
        const result = answer(action);
        response
          .writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' })
          .end(JSON.stringify(result));
      });
    } else if (url.endsWith('picture'))
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawn);
    else if (url.endsWith('voice'))
      response.writeHead(200, { 'content-type': 'audio/ogg' }).end(silentVoiceNote(3));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${phonePaths.page}`,
    actions,
    send: (event: PhoneEvent) => streams.forEach((stream) => push(stream, event)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
