/** Sends texts in one way from a process of its own: `send-client.ts <way> <port> <sends>`. Answers with the rate and the CPU time of a send. */
import { createClient, createCoreClient } from 'wabakit';
import { sendText } from 'wabakit/operations';
import { cloudApi, http } from 'wabakit/transport';
import { Pool } from 'undici';
import { createNodeSender, runCalls } from './sender.ts';

const [, , way = '', port = '', sends = ''] = process.argv;
const accessToken = 'bench-token';
const phoneNumberId = '106540352242922';
const baseUrl = `http://127.0.0.1:${port}`;
const path = `/v26.0/${phoneNumberId}/messages`;
const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
const to = '+16505551234';

const toJson = (index: number): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'text',
    text: { body: `Hello ${index}` },
  });

type Send = (index: number) => Promise<unknown>;

const ways: Readonly<Record<string, () => Send>> = {
  'undici Pool': () => {
    const pool = new Pool(baseUrl, { connections: 50 });
    return async (index) => {
      const { statusCode, body } = await pool.request({ path, method: 'POST', headers, body: toJson(index) });
      if (statusCode !== 200) throw new Error(`status ${statusCode}`);
      return body.json();
    };
  },
  'node:http': () => {
    const send = createNodeSender({ port: Number(port), path, headers });
    return (index) => send(toJson(index));
  },
  fetch: () => async (index) => {
    const response = await fetch(baseUrl + path, { method: 'POST', headers, body: toJson(index) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const answer: unknown = await response.json();
    return answer;
  },
  'core client': () => {
    const client = createCoreClient({
      transport: http({ host: cloudApi({ accessToken, baseUrl }) }),
      phoneNumberId,
    });
    return (index) => sendText(client, { to, body: `Hello ${index}` });
  },
  'full client': () => {
    const client = createClient({ accessToken, phoneNumberId, baseUrl });
    return (index) => client.messages.sendText({ to, body: `Hello ${index}` });
  },
};

const createSend = ways[way];
if (createSend === undefined) throw new Error(`no way ${way}; there are ${Object.keys(ways).join(', ')}`);
const send = createSend();
await runCalls(2000, send);
process.send?.(await runCalls(Number(sends), send), () => process.exit());
