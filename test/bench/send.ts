import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createCoreClient, createClient } from 'wabakit';
import { cloudApi, http } from 'wabakit/transport';
import { sendText } from 'wabakit/operations';
import { type Figures, median, round } from './figure.ts';

const sends = 4000;
const concurrency = 50;
const repetitions = 5;

async function cpuPerSend(send: () => Promise<unknown>): Promise<number> {
  let left = sends;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / sends;
}

/** CPU time of one text send at concurrency 50 over loopback HTTP, beside a bare `fetch` of the same bytes. */
export async function sendBench(): Promise<Figures> {
  const server = fork(new URL('./send-server.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [port] = (await once(server, 'message')) as [number];
  const baseUrl = `http://127.0.0.1:${port}`;
  const options = { accessToken: 'bench-token', phoneNumberId: '106540352242922', baseUrl };
  const bare = createCoreClient({
    transport: http({ host: cloudApi({ accessToken: options.accessToken, baseUrl }) }),
    phoneNumberId: options.phoneNumberId,
  });
  const full = createClient(options);
  const body = JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+16505551234',
    type: 'text',
    text: { body: 'Hello' },
  });
  const headers = { authorization: 'Bearer bench-token', 'content-type': 'application/json' };
  const ways: Record<string, () => Promise<unknown>> = {
    fetch: async (): Promise<unknown> => {
      const response = await fetch(`${baseUrl}/v26.0/106540352242922/messages`, {
        method: 'POST',
        headers,
        body,
      });
      return response.json();
    },
    'bare client': () => sendText(bare, { to: '+16505551234', body: 'Hello' }),
    'full client': () => full.messages.sendText({ to: '+16505551234', body: 'Hello' }),
  };
  const samples = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (const send of Object.values(ways)) await cpuPerSend(send);
  for (let turn = 0; turn < repetitions; turn += 1) {
    for (const [name, send] of Object.entries(ways)) samples.get(name)?.push(await cpuPerSend(send));
  }
  server.disconnect();
  const floor = median(samples.get('fetch') ?? []);
  return Object.fromEntries(
    ['bare client', 'full client'].map((name) => {
      const value = median(samples.get(name) ?? []);
      return [
        `send text, ${name}`,
        { value: round(value, 1), unit: 'µs CPU', floor: round(floor, 1), ratio: round(value / floor) },
      ];
    }),
  );
}
