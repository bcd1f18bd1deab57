import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebhookQueue } from '../../../src/webhooks/queue/webhook-queue.ts';

/** A queue under test, and how time passes for it. */
export interface OpenQueue {
  readonly queue: WebhookQueue;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const minute = 60_000;
const webhook = (text: string, ...lanes: string[]) => ({
  lanes,
  body: new TextEncoder().encode(text),
  headers: { 'user-agent': 'facebookexternalua', 'x-hub-signature-256': 'sha256=00' },
  receivedAt: 1_763_825_400_123,
});
const second = 1000;
const failure = (error: string) => ({ reason: 'handler_failed', errorName: 'TypeError', error }) as const;
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
    expect(await queue.ack(item)).toBe(true);
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
    expect(await queue.nack(await receiveOne(), 16_000, failure('Error: database down'))).toBe(true);
    await elapse(15_000);
    expect(await queue.receive(1, minute)).toEqual([]);
    await elapse(1000);
    expect((await receiveOne()).attempts).toBe(2);
  });

  test(`behavior: ${name} lists dead letters separately, the oldest first, with the error`, async () => {
    const { queue, elapse } = opened;
    for (const text of ['a', 'b', 'c']) {
      await queue.enqueue(webhook(text));
      expect(await queue.deadLetter(await receiveOne(), failure(`Error: ${text} failed`))).toBe(true);
      await elapse(1000);
    }
    await elapse(2 * minute);
    expect(await queue.receive(10, minute)).toEqual([]);
    const deadLetters = await queue.listDeadLetters(2);
    expect(deadLetters.map((letter) => [getText(letter), letter.attempts, letter.receivedAt])).toEqual([
      ['a', 1, 1_763_825_400_123],
      ['b', 1, 1_763_825_400_123],
    ]);
    expect(deadLetters).toMatchObject([failure('Error: a failed'), failure('Error: b failed')]);
    expect((await queue.listDeadLetters(2, 1)).map(getText)).toEqual(['b', 'c']);
    expect(await queue.listDeadLetters(2, 3)).toEqual([]);
    expect(deadLetters.every(({ deadLetteredAt }) => deadLetteredAt > 1_700_000_000_000)).toBe(true);
  });

  test(`behavior: ${name} requeues a dead letter once and resets its attempts`, async () => {
    const { queue } = opened;
    await queue.enqueue(webhook('a'));
    const item = await receiveOne();
    const { id } = item;
    await queue.deadLetter(item, failure('Error'));
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
    const item = await receiveOne();
    const { id } = item;
    expect(await queue.deleteDeadLetter(id)).toBe(false);
    await queue.deadLetter(item, failure('Error'));
    expect([await queue.deleteDeadLetter(id), await queue.deleteDeadLetter(id)]).toEqual([true, false]);
    await elapse(2 * minute);
    expect([await queue.listDeadLetters(10), await queue.receive(10, minute)]).toEqual([[], []]);
  });

  test(`behavior: ${name} hands the tenant on, also with a dead letter`, async () => {
    const { queue } = opened;
    await queue.enqueue({ ...webhook('a'), tenant: 'shop' });
    await queue.enqueue(webhook('b'));
    const items = await queue.receive(2, minute);
    expect(items.map(({ tenant }) => tenant)).toEqual(['shop', undefined]);
    for (const item of items) await queue.deadLetter(item, failure('Error'));
    const tenants = (await queue.listDeadLetters(2)).map(({ tenant }) => tenant);
    expect(tenants.toSorted()).toEqual(['shop', undefined]);
  });

  test(`behavior: ${name} keeps a lease that is renewed, and gives the item to the next when it is not`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a'));
    const item = await receiveOne();
    for (let turn = 0; turn < 5; turn += 1) {
      await elapse(minute - second);
      expect(await queue.renew(item, minute)).toBe(true);
      expect(await queue.receive(1, minute)).toEqual([]);
    }
    await elapse(minute);
    expect(getText(await receiveOne())).toBe('a');
  });

  test(`behavior: ${name} refuses every change under a lease that was lost`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a', 'user'));
    await queue.enqueue(webhook('b', 'user'));
    const lost = await receiveOne();
    await elapse(minute);
    const held = await receiveOne();
    expect([held.id, held.token === lost.token]).toEqual([lost.id, false]);
    const changes = () => [
      queue.renew(lost, minute),
      queue.ack(lost),
      queue.nack(lost, 0, failure('Error')),
      queue.release(lost, 0),
      queue.deadLetter(lost, failure('Error')),
    ];
    expect(await Promise.all(changes())).toEqual([false, false, false, false, false]);
    expect([await queue.receive(10, minute), await queue.listDeadLetters(10)]).toEqual([[], []]);
    expect(await queue.ack(held)).toBe(true);
    expect(await Promise.all(changes())).toEqual([false, false, false, false, false]);
    expect(getText(await receiveOne())).toBe('b');
  });

  test(`behavior: ${name} does not count the attempt of an item that is released, and keeps its place`, async () => {
    const { queue, elapse } = opened;
    await queue.enqueue(webhook('a', 'user'));
    await queue.enqueue(webhook('b', 'user'));
    const item = await receiveOne();
    expect(await queue.release(item, 5 * second)).toBe(true);
    expect(await queue.renew(item, minute)).toBe(false);
    await elapse(4 * second);
    expect(await queue.receive(10, minute)).toEqual([]);
    await elapse(second);
    const again = await queue.receive(10, minute);
    expect(again.map((one) => [getText(one), one.attempts])).toEqual([['a', 1]]);
  });

  test(`behavior: ${name} gives one item of a lane at a time, in the order of arrival, and others meanwhile`, async () => {
    const { queue } = opened;
    for (const text of ['a1', 'a2', 'b1', 'a3', 'c1', 'none'])
      await queue.enqueue(webhook(text, ...(text === 'none' ? [] : [text.slice(0, 1)])));
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const items = await queue.receive(10, minute);
      seen.push(items.map(getText).join(' '));
      for (const item of items) await queue.ack(item);
    }
    expect(seen).toEqual(['a1 b1 c1 none', 'a2', 'a3', '']);
  });

  test(`behavior: ${name} holds an item of two lanes until it is the first in both, and then both`, async () => {
    const { queue } = opened;
    await queue.enqueue(webhook('a', 'a'));
    await queue.enqueue(webhook('b', 'b'));
    await queue.enqueue(webhook('ab', 'a', 'b', 'a'));
    await queue.enqueue(webhook('a2', 'a'));
    await queue.enqueue(webhook('c', 'c'));
    const [a, b, c] = await queue.receive(10, minute);
    if (!a || !b || !c) throw new Error('three items are due');
    expect([a, b, c].map(getText)).toEqual(['a', 'b', 'c']);
    await queue.ack(a);
    expect(await queue.receive(10, minute)).toEqual([]);
    await queue.deadLetter(b, failure('Error'));
    const ab = await queue.receive(10, minute);
    expect(ab.map(getText)).toEqual(['ab']);
    for (const item of ab) await queue.ack(item);
    expect((await queue.receive(10, minute)).map(getText)).toEqual(['a2']);
  });

  test(`behavior: ${name} lets an item leave a lane that is done while its lease goes on`, async () => {
    const { queue, elapse } = opened;
    for (const [text, ...lanes] of [
      ['ab', 'a', 'b'],
      ['a2', 'a'],
      ['b2', 'b'],
      ['abc', 'a', 'b', 'c'],
    ] as const)
      await queue.enqueue(webhook(text, ...lanes));
    const item = await receiveOne();
    expect(await queue.renew(item, minute, ['a', 'unknown'])).toBe(true);
    const next = await queue.receive(10, minute);
    expect(next.map(getText)).toEqual(['a2']);
    expect(await queue.renew(item, minute, ['a'])).toBe(true);
    expect(await queue.receive(10, minute)).toEqual([]);
    for (const one of next) await queue.ack(one);
    expect(await queue.receive(10, minute)).toEqual([]);
    // Back in all its lanes for the next attempt, before what was enqueued after it.
    await queue.nack(item, second, failure('Error'));
    const b2 = await receiveOne();
    expect(getText(b2)).toBe('b2');
    await elapse(second);
    expect(await queue.receive(10, minute)).toEqual([]);
    await queue.ack(b2);
    expect((await queue.receive(10, minute)).map(getText)).toEqual(['ab']);
  });

  test(`behavior: ${name} lets the next of a lane go ahead of one that failed, never both at once`, async () => {
    const { queue, elapse } = opened;
    for (const text of ['a1', 'a2', 'a3']) await queue.enqueue(webhook(text, 'a'));
    await queue.nack(await receiveOne(), 5 * second, failure('Error'));
    const a2 = await queue.receive(10, minute);
    expect(a2.map(getText)).toEqual(['a2']);
    await elapse(5 * second);
    expect(await queue.receive(10, minute)).toEqual([]);
    for (const item of a2) await queue.ack(item);
    // Due again, it comes before what was enqueued after it.
    const again = await queue.receive(10, minute);
    expect(again.map((one) => [getText(one), one.attempts])).toEqual([['a1', 2]]);
    for (const item of again) await queue.ack(item);
    expect((await queue.receive(10, minute)).map(getText)).toEqual(['a3']);
  });

  test(`behavior: ${name} keeps the lane of an item whose lease ended, so that it is the next`, async () => {
    const { queue, elapse } = opened;
    for (const text of ['a1', 'a2']) await queue.enqueue(webhook(text, 'a'));
    await receiveOne();
    await elapse(minute);
    expect((await queue.receive(10, minute)).map(getText)).toEqual(['a1']);
  });

  test(`behavior: ${name} gives a requeued dead letter when its lane is free`, async () => {
    const { queue } = opened;
    for (const text of ['a1', 'a2']) await queue.enqueue(webhook(text, 'a'));
    const a1 = await receiveOne();
    await queue.deadLetter(a1, failure('Error'));
    const a2 = await receiveOne();
    await queue.requeue(a1.id);
    expect(await queue.receive(10, minute)).toEqual([]);
    await queue.ack(a2);
    expect((await queue.receive(10, minute)).map(getText)).toEqual(['a1']);
  });

  test(`behavior: ${name} keeps lanes of any characters apart`, async () => {
    const { queue } = opened;
    const lanes = ['', 'a', 'a b', 'ab', 'é\u{1f600}', "x'; --", '\u0001', 'a\u0001'];
    for (const lane of lanes) await queue.enqueue(webhook(lane, lane));
    for (const lane of lanes) await queue.enqueue(webhook(lane, lane));
    const first = await queue.receive(20, minute);
    expect(first.map(getText)).toEqual(lanes);
    for (const item of first) await queue.ack(item);
    expect((await queue.receive(20, minute)).map(getText)).toEqual(lanes);
  });

  test(`behavior: ${name} counts what waits, is leased and was given up, and knows the age of the oldest`, async () => {
    const { queue } = opened;
    const none = { waiting: 0, inProgress: 0, deadLetters: 0, oldestAgeMs: undefined };
    expect(await queue.getStats()).toEqual(none);
    const old = { ...webhook('dead'), receivedAt: Date.now() - 90_000 };
    await queue.enqueue(old);
    await queue.deadLetter(await receiveOne(), failure('Error'));
    expect(await queue.getStats()).toEqual({ ...none, deadLetters: 1 });
    for (const [place, text] of ['leased', 'failed', 'first', 'second'].entries())
      await queue.enqueue({ ...webhook(text, 'user'), receivedAt: Date.now() - 60_000 + place });
    await queue.nack(await receiveOne(), minute, failure('Error'));
    await receiveOne();
    const { oldestAgeMs = 0, ...counts } = await queue.getStats();
    expect(counts).toEqual({ waiting: 3, inProgress: 1, deadLetters: 1 });
    expect([oldestAgeMs >= 60_000, oldestAgeMs < 90_000]).toEqual([true, true]);
    const [dead] = await queue.listDeadLetters(1);
    await queue.requeue(dead?.id ?? '');
    const again = await queue.getStats();
    expect([again.waiting, again.deadLetters, (again.oldestAgeMs ?? 0) >= 90_000]).toEqual([4, 0, true]);
  });
}
