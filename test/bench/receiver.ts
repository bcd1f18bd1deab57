import { fork } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createWebhookHandler } from 'wabakit/webhooks';
import { type Figure, type Figures, median, round } from './figure.ts';

const appSecret = '0123456789abcdef0123456789abcdef';
const rounds = 15;
const callsPerRound = 4000;

const body = Buffer.from(
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
              messages: [
                {
                  from: '16505551234',
                  id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI3MTE5Rjg5',
                  timestamp: '1749416383',
                  type: 'text',
                  text: { body: 'Does it come in another color?' },
                },
              ],
            },
            field: 'messages',
          },
        ],
      },
    ],
  }),
);
const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
const init = {
  method: 'POST',
  body,
  headers: { 'x-hub-signature-256': signature, 'content-type': 'application/json' },
};

const toRequest = (): Request => new Request('http://localhost/webhooks', init);

/** The least that any receiver does with a body: the hash, the comparison, the JSON. */
function read(bytes: Uint8Array): void {
  const wanted = createHmac('sha256', appSecret).update(bytes).digest();
  const given = Buffer.from(signature.slice('sha256='.length), 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('refused');
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
}

/** Microseconds of CPU that one call costs. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < callsPerRound; call += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsPerRound;
}

/** Measures some work beside its floors, in turns. Each figure is held against one floor. */
async function besideFloors(
  work: () => unknown,
  floors: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, Figure>> {
  const names = Object.keys(floors);
  const ours: number[] = [];
  const costs = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn <= rounds; turn += 1) {
    const own = await cpuOf(work);
    for (const [name, floor] of Object.entries(floors)) {
      const cost = await cpuOf(floor);
      if (turn > 0) costs.get(name)?.push(cost);
    }
    if (turn > 0) ours.push(own);
  }
  return Object.fromEntries(
    [...costs].map(([name, all]) => [
      name,
      {
        value: round(median(ours)),
        unit: 'us CPU',
        floor: round(median(all)),
        ratio: round(median(ours.map((own, turn) => own / (all[turn] ?? Number.NaN)))),
      },
    ]),
  );
}

async function throughFetch(): Promise<Figures> {
  let received = 0;
  const on = { message: () => (received += 1) };
  const handler = createWebhookHandler({ appSecret, verifyToken: 'bench-token', on });
  const figures = await besideFloors(
    async () => {
      const { status } = await handler(toRequest());
      if (status !== 200) throw new Error(String(status));
    },
    {
      'receive one text as a Request (floor: make it and the Response, HMAC, JSON.parse)': () => {
        toRequest();
        read(body);
        return new Response('OK', { status: 200, headers: { 'content-type': 'text/plain' } });
      },
      'receive one text as a Request (floor: also read it)': async () => {
        const request = toRequest();
        read(new Uint8Array(await request.arrayBuffer()));
        return new Response('OK', { status: 200, headers: { 'content-type': 'text/plain' } });
      },
    },
  );
  await handler.drain();
  const expected = (rounds + 1) * callsPerRound;
  if (received !== expected) throw new Error(`${received} of ${expected} events were delivered`);
  return figures;
}

const requestsPerRound = 3000;
const connections = 16;

/** A server in a process of its own. */
interface Server {
  /** Posts texts over loopback; resolves to the microseconds of CPU that the server spent on each. */
  readonly round: () => Promise<number>;
  readonly stop: () => void;
}

async function startServer(mode: 'receiver' | 'floor'): Promise<Server> {
  const env = { ...process.env, BENCH_SECRET: appSecret };
  const server = fork(new URL('./receiver-server.ts', import.meta.url), [mode], { env });
  const ask = async (): Promise<number> => {
    const answer = once(server, 'message');
    server.send('cpu');
    const [value] = (await answer) as [number];
    return value;
  };
  const [port] = (await once(server, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { ...init.headers, 'content-length': body.byteLength };
  const post = (): Promise<void> =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', method: 'POST', path: '/', agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(String(response.statusCode)));
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end(body);
    });
  return {
    round: async () => {
      let left = requestsPerRound;
      const before = await ask();
      const worker = async (): Promise<void> => {
        while (left-- > 0) await post();
      };
      await Promise.all(Array.from({ length: connections }, worker));
      return ((await ask()) - before) / requestsPerRound;
    },
    stop: () => {
      agent.destroy();
      server.disconnect();
    },
  };
}

async function throughHttp(): Promise<Figures> {
  const [floor, receiver] = await Promise.all([startServer('floor'), startServer('receiver')]);
  const ours: number[] = [];
  const floors: number[] = [];
  for (let turn = 0; turn <= rounds; turn += 1) {
    const least = await floor.round();
    const own = await receiver.round();
    if (turn === 0) continue;
    floors.push(least);
    ours.push(own);
  }
  floor.stop();
  receiver.stop();
  return {
    'receive one text over node:http (floor: a bare server that verifies and parses)': {
      value: round(median(ours)),
      unit: 'us CPU',
      floor: round(median(floors)),
      ratio: round(median(ours.map((own, turn) => own / (floors[turn] ?? Number.NaN)))),
    },
  };
}

/** The whole receiver: one signed text through the Fetch handler, and through the listener of `node:http`. */
export async function receiverBench(): Promise<Figures> {
  return { ...(await throughFetch()), ...(await throughHttp()) };
}
