import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DialogueStore, DialogueWrite } from 'wabakit/bot';

/** A store under test, and how time passes for it. */
export interface OpenDialogueStore {
  readonly store: DialogueStore;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const day = 24 * 3_600_000;

/** The tests that every dialogue store must pass. */
export function testDialogueStore(
  name: string,
  open: () => Promise<OpenDialogueStore> | OpenDialogueStore,
): void {
  let opened: OpenDialogueStore;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const write = (key: string, revision: string, replaces?: string, more: Partial<DialogueWrite> = {}) =>
    opened.store.write(key, {
      value: `{"at":"${revision}"}`,
      revision,
      replaces,
      expiresAt: Date.now() + day,
      dueAt: undefined,
      ...more,
    });

  test(`default: ${name} returns what was written, and nothing for another key`, async () => {
    const { store } = opened;
    expect(await store.read('a')).toBeUndefined();
    expect(await write('a', 'r1')).toBe(true);
    expect(await store.read('a')).toEqual({ value: '{"at":"r1"}', revision: 'r1' });
    expect(await store.read('b')).toBeUndefined();
  });

  test(`behavior: ${name} writes only over the revision that was read`, async () => {
    const { store } = opened;
    await write('a', 'r1');
    expect(await write('a', 'r2')).toBe(false);
    expect(await write('a', 'r2', 'r0')).toBe(false);
    expect(await write('b', 'r2', 'r1')).toBe(false);
    expect(await write('a', 'r2', 'r1')).toBe(true);
    expect(await write('a', 'r3', 'r1')).toBe(false);
    expect((await store.read('a'))?.revision).toBe('r2');
    expect(await store.read('b')).toBeUndefined();
  });

  test(`behavior: ${name} takes a write that is repeated because its reply was lost`, async () => {
    expect(await write('a', 'r1')).toBe(true);
    expect(await write('a', 'r1')).toBe(true);
    expect(await write('a', 'r2', 'r1')).toBe(true);
    expect(await write('a', 'r2', 'r1')).toBe(true);
  });

  test(`behavior: of 20 that write over one revision at once, ${name} lets one through`, async () => {
    await write('a', 'r0');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => write('a', `r${turn + 1}`, 'r0')),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect((await opened.store.read('a'))?.revision).toBe(`r${results.indexOf(true) + 1}`);
    const first = await Promise.all(Array.from({ length: 20 }, (_, turn) => write('new', `n${turn}`)));
    expect(first.filter(Boolean)).toHaveLength(1);
  });

  test(`behavior: ${name} forgets a value that has expired`, async () => {
    const { store, elapse } = opened;
    await write('a', 'r1');
    await elapse(day - 60_000);
    expect((await store.read('a'))?.revision).toBe('r1');
    await elapse(60_000);
    expect(await store.read('a')).toBeUndefined();
    expect(await write('a', 'r2', 'r1')).toBe(false);
    expect(await write('a', 'r2')).toBe(true);
  });

  test(`behavior: ${name} lists what is due, the earliest first, until it is written again`, async () => {
    const { store } = opened;
    await write('late', 'r1', undefined, { dueAt: 3000 });
    await write('early', 'r1', undefined, { dueAt: 1000 });
    await write('never', 'r1');
    await write('middle', 'r1', undefined, { dueAt: 2000 });
    expect(await store.listDue(999, 10)).toEqual([]);
    expect(await store.listDue(2000, 10)).toEqual(['early', 'middle']);
    expect(await store.listDue(9000, 2)).toEqual(['early', 'middle']);
    await write('early', 'r2', 'r1');
    expect(await store.listDue(9000, 10)).toEqual(['middle', 'late']);
  });

  test(`behavior: ${name} deletes a key, with what is due of it`, async () => {
    const { store } = opened;
    await write('a', 'r1', undefined, { dueAt: 1 });
    expect(await store.delete('a')).toBe(true);
    expect(await store.delete('a')).toBe(false);
    expect(await store.read('a')).toBeUndefined();
    expect(await store.listDue(10, 10)).toEqual([]);
    expect(await write('a', 'r2')).toBe(true);
  });

  test(`behavior: ${name} keeps keys and values of any characters as they are`, async () => {
    const texts = [
      "x'; DROP TABLE wabakit_dialogues; --",
      'é\u{1f600}',
      'a\r\nDEL b',
      '{a}',
      'k'.repeat(2000),
    ];
    for (const text of texts) await write(text, 'r1', undefined, { value: JSON.stringify(text) });
    const values = await Promise.all(texts.map((text) => opened.store.read(text)));
    expect(values.map((found) => JSON.parse(found?.value ?? 'null') as unknown)).toEqual(texts);
  });
}
