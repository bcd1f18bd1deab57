import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteQueue } from 'wabakit/sqlite';
import { median, round, type Figure } from './figure.ts';

const webhooks = 10_000;
const atOnce = 64;
const rounds = 3;
const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
const body = new TextEncoder().encode(
  JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: ['x'.repeat(500)] }] }),
);

/** The least that any durable queue on SQLite could do: one prepared insert, a transaction for those that come at once. */
function floor(file: string, batch: number): number {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE queue (id INTEGER PRIMARY KEY, body BLOB)',
  );
  const insert = database.prepare('INSERT INTO queue (body) VALUES (?)');
  const start = performance.now();
  for (let done = 0; done < webhooks; done += batch) {
    database.exec('BEGIN');
    for (let turn = 0; turn < batch; turn += 1) insert.run(body);
    database.exec('COMMIT');
  }
  const perSecond = webhooks / ((performance.now() - start) / 1000);
  database.close();
  return perSecond;
}

async function accepts(file: string, senders: number): Promise<number> {
  const queue = createSqliteQueue({ file });
  let left = webhooks;
  const sender = async () => {
    while (left-- > 0) await queue.enqueue({ body, headers, receivedAt: Date.now() });
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: senders }, sender));
  const perSecond = webhooks / ((performance.now() - start) / 1000);
  queue.close();
  return perSecond;
}

/** Webhooks that the SQLite queue stores durably (`synchronous = FULL`) in a second, 64 requests at the same time and one after another. */
export async function queueBench(): Promise<Record<string, Figure>> {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-bench-'));
  const figures: Record<string, Figure> = {};
  for (const [name, senders] of [[`${atOnce} at once`, atOnce] as const, ['one after another', 1] as const]) {
    const [bare, ours] = [[] as number[], [] as number[]];
    for (let turn = 0; turn < rounds; turn += 1) {
      bare.push(floor(join(folder, `floor-${senders}-${turn}.db`), senders));
      ours.push(await accepts(join(folder, `queue-${senders}-${turn}.db`), senders));
    }
    figures[`queue sqlite, ${name}`] = {
      value: Math.round(median(ours)),
      unit: 'accepts/s',
      floor: Math.round(median(bare)),
      ratio: round(median(ours) / median(bare)),
    };
  }
  rmSync(folder, { recursive: true, force: true });
  return figures;
}
