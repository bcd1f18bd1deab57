import { fork } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { parseWebhook, verifySignature } from 'wabakit/webhooks';
import { type Figure, type Figures, median, round } from './figure.ts';

const appSecret = '0123456789abcdef0123456789abcdef';
const turns = 9;
const turnMs = 300;

const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
const envelope = (value: object): Buffer =>
  Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102290129340398',
          changes: [{ value: { messaging_product: 'whatsapp', metadata, ...value }, field: 'messages' }],
        },
      ],
    }),
  );

const text = (id: number): Buffer =>
  envelope({
    contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
    messages: [
      {
        from: '16505551234',
        id: `wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI3MTE5${id}`,
        timestamp: '1749416383',
        type: 'text',
        text: { body: 'Does it come in another color?' },
      },
    ],
  });

const batch = envelope({
  statuses: Array.from({ length: 1000 }, (_, index) => ({
    id: `wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI3MTE5${index}`,
    status: 'delivered',
    timestamp: '1750263773',
    recipient_id: `1650555${index}`,
    conversation: { id: '8ceb0d0b1e0', origin: { type: 'utility' } },
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  })),
});

const sign = (body: Buffer): string => `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** The least that any receiver does: the hash, the comparison, the JSON. */
function floor(body: Buffer, signature: string): void {
  const wanted = createHmac('sha256', appSecret).update(body).digest();
  const given = Buffer.from(signature.slice('sha256='.length), 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('refused');
  JSON.parse(body.toString());
}

let delivered = 0;
async function receive(body: Buffer, signature: string): Promise<void> {
  if (!(await verifySignature({ appSecret, body, signature }))) throw new Error('refused');
  for (const event of parseWebhook(body)) if (event.kind !== 'unknown') delivered += 1;
}

async function perSecond(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < turnMs) {
    for (let turn = 0; turn < 20; turn += 1) {
      const waiting = work();
      if (waiting !== undefined) await waiting;
    }
    count += 20;
  }
  return (count * 1000) / (performance.now() - start);
}

/** One body, received over and over beside the floor, in turns. */
async function besideFloor(body: Buffer, events: number): Promise<Figure> {
  const signature = sign(body);
  delivered = 0;
  await receive(body, signature);
  if (delivered !== events) throw new Error(`${delivered} of ${events} events were delivered`);
  const ours: number[] = [];
  const floors: number[] = [];
  const ratios: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const least = await perSecond(() => floor(body, signature));
    const full = await perSecond(() => receive(body, signature));
    if (turn === 0) continue;
    floors.push(least);
    ours.push(full);
    ratios.push(full / least);
  }
  const unit = 'bodies/s';
  return {
    value: round(median(ours), 0),
    unit,
    floor: round(median(floors), 0),
    ratio: round(median(ratios)),
  };
}

const requests = 20_000;
const connections = 64;

/** What a receiver did: requests a second, and the times of its answers in milliseconds, sorted. */
interface Run {
  readonly rate: number;
  readonly times: readonly number[];
}

/** Posts signed texts over loopback as fast as a receiver in another process answers; its handler sleeps five seconds for each. */
async function runServer(
  mode: 'receiver' | 'floor',
  bodies: readonly (readonly [Buffer, string])[],
): Promise<Run> {
  const env = { ...process.env, BENCH_SECRET: appSecret };
  const server = fork(new URL('./webhooks-server.ts', import.meta.url), [mode], { env });
  const [port] = (await once(server, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body: Buffer, signature: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'x-hub-signature-256': signature, 'content-length': body.byteLength };
      const call = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/', agent, headers },
        (response) => {
          response.resume().on('end', resolve);
          if (response.statusCode !== 200) reject(new Error(String(response.statusCode)));
        },
      );
      call.on('error', reject).end(body);
    });
  const postAll = async (some: readonly (readonly [Buffer, string])[]): Promise<number[]> => {
    const times: number[] = [];
    const queue = some.values();
    const worker = async (): Promise<void> => {
      for (const [body, signature] of queue) {
        const start = performance.now();
        await post(body, signature);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return times;
  };
  await postAll(bodies.slice(0, 2000));
  const start = performance.now();
  const times = (await postAll(bodies)).toSorted((one, other) => one - other);
  const rate = (bodies.length * 1000) / (performance.now() - start);
  agent.destroy();
  server.disconnect();
  return { rate, times };
}

async function overHttp(): Promise<Figures> {
  const bodies = Array.from({ length: requests }, (_, index) => text(index)).map(
    (body) => [body, sign(body)] as const,
  );
  const least = await runServer('floor', bodies);
  const { rate, times } = await runServer('receiver', bodies);
  const at = (part: number): number => round(times[Math.floor(times.length * part)] ?? Number.NaN);
  const floorRate = round(least.rate, 0);
  return {
    'receive over HTTP, handler sleeps 5 s': {
      value: round(rate, 0),
      unit: 'requests/s',
      floor: floorRate,
      ratio: round(rate / least.rate),
    },
    'receive over HTTP, median answer': { value: at(0.5), unit: 'ms' },
    'receive over HTTP, p99 answer': { value: at(0.99), unit: 'ms' },
  };
}

/** Webhooks: verify and parse beside `node:crypto` and `JSON.parse` alone, and the receiver over real HTTP. */
export async function webhooksBench(): Promise<Figures> {
  return {
    'verify and parse one text': await besideFloor(text(1), 1),
    'verify and parse 1,000 statuses': await besideFloor(batch, 1000),
    ...(await overHttp()),
  };
}
