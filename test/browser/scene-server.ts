import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPhoneAssets } from '../../scripts/phone-assets.ts';
import { silentVoiceNote } from '../../src/emulator/page/conversation/voice-note.ts';
import { phoneDocument } from '../../src/emulator/page/document.ts';
import {
  phonePaths,
  type ActionResult,
  type PhoneAction,
  type PhoneEvent,
  type PhoneState,
} from '../../src/emulator/page/protocol/protocol.ts';

/** A picture, drawn, since nothing may be fetched. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 220"><rect width="320" height="220" fill="#e8c9a4"/><circle cx="250" cy="60" r="34" fill="#fff3da"/><path d="M0 220L90 90l70 90 50-50 110 90z" fill="#7a4a2b"/><path d="M0 220l140-60 180 60z" fill="#4d2c17"/></svg>`;

export interface SceneServer {
  readonly url: string;
  /** What the page asked for, oldest first. */
  readonly actions: PhoneAction[];
  /** How the next actions are answered. */
  answer: ActionResult;
  send(event: PhoneEvent): void;
  close(): Promise<void>;
}

const assets = buildPhoneAssets();

/** Serves the page with a state of the test's own: what the emulator cannot be brought to say, and a record of what the page asks for. */
export async function startScene(state: PhoneState): Promise<SceneServer> {
  const { html, headers } = await phoneDocument(await assets);
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
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        scene.actions.push(JSON.parse(Buffer.concat(parts).toString()) as PhoneAction);
        response.writeHead(scene.answer.ok ? 200 : 400, { 'content-type': 'application/json' });
        response.end(JSON.stringify(scene.answer));
      });
    } else if (url.endsWith('picture'))
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawn);
    else if (url.endsWith('voice'))
      response.writeHead(200, { 'content-type': 'audio/ogg' }).end(silentVoiceNote(3));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scene: SceneServer = {
    url: `http://127.0.0.1:${port}${phonePaths.page}`,
    actions: [],
    answer: { ok: true },
    send(event) {
      for (const stream of streams) push(stream, event);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return scene;
}
