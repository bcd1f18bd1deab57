import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebhookQueue } from '../../../src/webhooks/queue/webhook-queue.ts';

/** A queue under test, and how time passes for it. */
export interface OpenQueue {
  readonly queue: WebhookQueue;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const minute = 60_000;
const webhook = (text: string) => ({
  body: new TextEncoder().encode(text),
  headers: { 'user-agent': 'facebookexternalua', 'x-hub-signature-256': 'sha256=00' },
  receivedAt: 1_763_825_400_123,
});
const getText = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body);

/** The tests that every queue must pass. */
export function testQueue(name: string, open: () => Promise<OpenQueue> | OpenQueue): void {
  let opened: OpenQueue;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  async function receiveOne() {
    const [item] = await opened.queue.receive(1, minute);
    if (!item) throw new Error('the queue is empty');
    return item;
  }

  test(`default: ${name} returns what was enqueued, once, and removes it after ack`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('{"entry":[]}'));
    const item = await receiveOne();
    expect(getText(item)).toBe('{"entry":[]}');
    expect([item.headers, item.receivedAt, item.attempts]).toEqual([
      webhook('').headers,
      1_763_825_400_123,
      1,
    ]);
    expect(await queue.receive(10, minute)).toEqual([]);
    await queue.ack(item.id);
    await elapse(2 * minute);
    expect(await queue.receive(10, minute)).toEqual([]);
  });

  test(`behavior: ${name} keeps bytes that are not text`, async () => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await opened.queue.enqueue({ ...webhook(''), body });
    expect([...(await receiveOne()).body]).toEqual([...body]);
  });

  test(`behavior: ${name} returns the oldest first, at most limit`, async () => {
    const { queue } = opened;
    for (let turn = 0; turn < 12; turn += 1) await queue.enqueue(webhook(String(turn)));
    expect((await queue.receive(11, minute)).map(getText)).toEqual(
      Array.from({ length: 11 }, (_, turn) => String(turn)),
    );
    expect((await queue.receive(11, minute)).map(getText)).toEqual(['11']);
  });

  test(`behavior: ${name} returns each of 200 items to one of 10 workers`, async () => {
    const { queue } = opened;
    await Promise.all(Array.from({ length: 200 }, (_, turn) => queue.enqueue(webhook(String(turn)))));
    const received = await Promise.all(Array.from({ length: 10 }, () => queue.receive(30, minute)));
    const texts = received.flat().map(getText);
    expect([texts.length, new Set(texts).size]).toEqual([200, 200]);
  });

  test(`behavior: ${name} returns an item again when its lease ends, and counts the attempt`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a'));
    const first = await receiveOne();
    await elapse(minute - 1000);
    expect(await queue.receive(1, minute)).toEqual([]);
    await elapse(1000);
    expect(await queue.receive(1, minute)).toMatchObject([{ id: first.id, attempts: 2 }]);
  });

  test(`behavior: ${name} returns a rejected item again after its delay`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a'));
    await queue.nack((await receiveOne()).id, 16_000, 'Error: database down');
    await elapse(15_000);
    expect(await queue.receive(1, minute)).toEqual([]);
    await elapse(1000);
    expect((await receiveOne()).attempts).toBe(2);
  });

  test(`behavior: ${name} lists dead letters separately, the oldest first, with the error`, async () => {
    const { queue, elapse } = opened;
    for (const text of ['a', 'b', 'c']) {
      await queue.enqueue(webhook(text));
      await queue.deadLetter((await receiveOne()).id, `Error: ${text} failed`);
      await elapse(1000);
    }
    await elapse(2 * minute);
    expect(await queue.receive(10, minute)).toEqual([]);
    const deadLetters = await queue.listDeadLetters(2);
    expect(deadLetters.map((letter) => [getText(letter), letter.error, letter.attempts])).toEqual([
      ['a', 'Error: a failed', 1],
      ['b', 'Error: b failed', 1],
    ]);
    expect(deadLetters.every(({ deadLetteredAt }) => deadLetteredAt > 1_700_000_000_000)).toBe(true);
  });

  test(`behavior: ${name} requeues a dead letter once and resets its attempts`, async () => {
    const { queue } = opened;
    await queue.enqueue(webhook('a'));
    const { id } = await receiveOne();
    await queue.deadLetter(id, 'Error');
    expect([await queue.requeue(id), await queue.requeue(id), await queue.requeue('4711')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await queue.listDeadLetters(10)).toEqual([]);
    expect(await receiveOne()).toMatchObject({ id, attempts: 1 });
  });

  test(`behavior: ${name} deletes dead letters only`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a'));
    const { id } = await receiveOne();
    expect(await queue.deleteDeadLetter(id)).toBe(false);
    await queue.deadLetter(id, 'Error');
    expect([await queue.deleteDeadLetter(id), await queue.deleteDeadLetter(id)]).toEqual([true, false]);
    await elapse(2 * minute);
    expect([await queue.listDeadLetters(10), await queue.receive(10, minute)]).toEqual([[], []]);
  });
}
