/**
 * Sends a campaign in one way from a process of its own and answers with its rate: `campaign-client.ts <task as JSON>`. With statuses, this process
 * takes the three signed statuses of each message as well, and the last of them ends the count.
 */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'wabakit';
import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';
import { createWebhookHandler, toNodeListener } from 'wabakit/webhooks';
import { bodyTo, content, getHeaders, recipient, running } from './campaign-plan.ts';
import type { ServedEmulator } from './emulator-server.ts';
import { answerOf, start } from './pinned.ts';
import { createNodeSender, runCalls } from './sender.ts';

/** One campaign to measure. */
export interface CampaignTask {
  readonly way: 'full client' | 'node:http' | 'no HTTP';
  readonly count: number;
  readonly statuses: boolean;
  /** The core of the emulator, which is in this process where the way has no HTTP. */
  readonly emulatorCore: number;
}

/** What a campaign did: messages a second, and microseconds of CPU time that a message cost in this process and in the emulator's own. */
export interface CampaignRate {
  readonly perSecond: number;
  readonly cpu: number;
  readonly emulatorCpu: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as CampaignTask;
const secrets = { appSecret: '0123456789abcdef0123456789abcdef', verifyToken: 'bench-token' };
const delays: EmulatorOptions['delays'] = task.statuses ? { sent: 0, delivered: 0, read: 0 } : { sent: '1h' };
const options: EmulatorOptions = { ...running, delays };

let left = Infinity;
let finish = (): void => undefined;
const count = (): void => {
  left -= 1;
  if (left === 0) finish();
};

const receivers: Readonly<Record<'full client' | 'node:http', RequestListener>> = {
  'full client': toNodeListener(createWebhookHandler({ ...secrets, on: { status: count } })),
  'node:http': (incoming, outgoing) => {
    incoming.resume().on('end', () => {
      outgoing.end(new URL(incoming.url ?? '/', 'http://localhost').searchParams.get('hub.challenge'));
      if (incoming.method === 'POST') count();
    });
  },
};

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A way to send, and the CPU time of the emulator's process so far. */
interface Way {
  readonly send: (index: number) => Promise<unknown>;
  readonly readEmulatorCpu: () => Promise<number>;
}

async function withoutHttp(): Promise<Way> {
  const handler = (webhook: Request): Response => {
    const challenge = new URL(webhook.url).searchParams.get('hub.challenge');
    if (challenge === null) count();
    return new Response(challenge);
  };
  const emulator = await createEmulator({
    ...options,
    ...(task.statuses && { webhook: { ...secrets, handler } }),
  });
  const url = `https://graph.facebook.com/v26.0/${emulator.phoneNumberId}/messages`;
  const headers = getHeaders(emulator.accessToken);
  return {
    readEmulatorCpu: () => Promise.resolve(0),
    send: async (index) => {
      const response = await emulator.fetch(url, { method: 'POST', headers, body: bodyTo(index) });
      if (!response.ok) throw new Error(await response.text());
      const answer: unknown = await response.json();
      return answer;
    },
  };
}

async function overHttp(way: 'full client' | 'node:http'): Promise<Way> {
  const webhook = task.statuses ? { webhook: { ...secrets, url: await listen(receivers[way]) } } : {};
  const child = start('emulator-server.ts', [JSON.stringify({ ...options, ...webhook })], task.emulatorCore);
  const { port, path, phoneNumberId, accessToken } = await answerOf<ServedEmulator>(child);
  const readEmulatorCpu = (): Promise<number> => {
    child.send('cpu');
    return answerOf<number>(child);
  };
  if (way === 'node:http') {
    const send = createNodeSender({ port, path, headers: getHeaders(accessToken) });
    return { readEmulatorCpu, send: (index) => send(bodyTo(index)) };
  }
  const client = createClient({ accessToken, phoneNumberId, baseUrl: `http://127.0.0.1:${port}` });
  return {
    readEmulatorCpu,
    send: (index) => client.messages.sendTemplate({ to: recipient(index), ...content }),
  };
}

// Keeps the process running while the emulator's timers, which do not, are all there is.
process.on('disconnect', () => process.exit());
const { send, readEmulatorCpu } = await (task.way === 'no HTTP' ? withoutHttp() : overHttp(task.way));

/** Sends messages, and ends with the last answer or the last status. */
async function campaign(messages: number): Promise<CampaignRate> {
  left = 3 * messages;
  const allReceived = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const emulatorCpu = await readEmulatorCpu();
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  await runCalls(messages, send);
  if (task.statuses) await allReceived;
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: messages / seconds,
    cpu: (user + system) / messages,
    emulatorCpu: ((await readEmulatorCpu()) - emulatorCpu) / messages,
  };
}

await campaign(Math.min(1000, task.count));
process.send?.(await campaign(task.count), () => process.exit());
