import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebhookQueue } from '../../../src/webhooks/queue/webhook-queue.ts';

/** An inbox under test, and how time goes by for it. */
export interface OpenInbox {
  readonly inbox: WebhookQueue;
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

/** What every inbox must do; run on each of them. */
export function testInbox(name: string, open: () => Promise<OpenInbox> | OpenInbox): void {
  let opened: OpenInbox;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  async function takeOne() {
    const [item] = await opened.inbox.receive(1, minute);
    if (!item) throw new Error('the inbox is empty');
    return item;
  }

  test(`default: ${name} gives back what it took, once, and forgets it when done`, async () => {
    const { inbox, elapse } = opened;
    await inbox.enqueue(webhook('{"entry":[]}'));
    const item = await takeOne();
    expect(getText(item)).toBe('{"entry":[]}');
    expect([item.headers, item.receivedAt, item.attempts]).toEqual([
      webhook('').headers,
      1_763_825_400_123,
      1,
    ]);
    expect(await inbox.receive(10, minute)).toEqual([]);
    await inbox.ack(item.id);
    await elapse(2 * minute);
    expect(await inbox.receive(10, minute)).toEqual([]);
  });

  test(`behavior: ${name} keeps bytes that are no text`, async () => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await opened.inbox.enqueue({ ...webhook(''), body });
    expect([...(await takeOne()).body]).toEqual([...body]);
  });

  test(`behavior: ${name} gives the oldest first, no more than asked for`, async () => {
    const { inbox } = opened;
    for (let turn = 0; turn < 12; turn += 1) await inbox.enqueue(webhook(String(turn)));
    expect((await inbox.receive(11, minute)).map(getText)).toEqual(
      Array.from({ length: 11 }, (_, turn) => String(turn)),
    );
    expect((await inbox.receive(11, minute)).map(getText)).toEqual(['11']);
  });

  test(`behavior: ${name} gives each of 200 items to one of 10 workers`, async () => {
    const { inbox } = opened;
    await Promise.all(Array.from({ length: 200 }, (_, turn) => inbox.enqueue(webhook(String(turn)))));
    const taken = await Promise.all(Array.from({ length: 10 }, () => inbox.receive(30, minute)));
    const texts = taken.flat().map(getText);
    expect([texts.length, new Set(texts).size]).toEqual([200, 200]);
  });

  test(`behavior: ${name} gives an item again when its lease ends, and counts`, async () => {
    const { inbox, elapse } = opened;
    await inbox.enqueue(webhook('a'));
    const first = await takeOne();
    await elapse(minute - 1000);
    expect(await inbox.receive(1, minute)).toEqual([]);
    await elapse(1000);
    expect(await inbox.receive(1, minute)).toMatchObject([{ id: first.id, attempts: 2 }]);
  });

  test(`behavior: ${name} gives a retried item again after its delay`, async () => {
    const { inbox, elapse } = opened;
    await inbox.enqueue(webhook('a'));
    await inbox.nack((await takeOne()).id, 16_000, 'Error: database down');
    await elapse(15_000);
    expect(await inbox.receive(1, minute)).toEqual([]);
    await elapse(1000);
    expect((await takeOne()).attempts).toBe(2);
  });

  test(`behavior: ${name} keeps dead letters apart, the oldest first, with the error`, async () => {
    const { inbox, elapse } = opened;
    for (const text of ['a', 'b', 'c']) {
      await inbox.enqueue(webhook(text));
      await inbox.deadLetter((await takeOne()).id, `Error: ${text} failed`);
      await elapse(1000);
    }
    await elapse(2 * minute);
    expect(await inbox.receive(10, minute)).toEqual([]);
    const dead = await inbox.listDeadLetters(2);
    expect(dead.map((letter) => [getText(letter), letter.error, letter.attempts])).toEqual([
      ['a', 'Error: a failed', 1],
      ['b', 'Error: b failed', 1],
    ]);
    expect(dead.every(({ deadLetteredAt: diedAt }) => diedAt > 1_700_000_000_000)).toBe(true);
  });

  test(`behavior: ${name} revives a dead letter once, its attempts counted anew`, async () => {
    const { inbox } = opened;
    await inbox.enqueue(webhook('a'));
    const { id } = await takeOne();
    await inbox.deadLetter(id, 'Error');
    expect([await inbox.requeue(id), await inbox.requeue(id), await inbox.requeue('4711')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await inbox.listDeadLetters(10)).toEqual([]);
    expect(await takeOne()).toMatchObject({ id, attempts: 1 });
  });

  test(`behavior: ${name} discards dead letters only`, async () => {
    const { inbox, elapse } = opened;
    await inbox.enqueue(webhook('a'));
    const { id } = await takeOne();
    expect(await inbox.deleteDeadLetter(id)).toBe(false);
    await inbox.deadLetter(id, 'Error');
    expect([await inbox.deleteDeadLetter(id), await inbox.deleteDeadLetter(id)]).toEqual([true, false]);
    await elapse(2 * minute);
    expect([await inbox.listDeadLetters(10), await inbox.receive(10, minute)]).toEqual([[], []]);
  });
}
