import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StatusEvent } from '../../../src/webhooks/events/status.ts';
import { parseWebhook } from '../../../src/webhooks/events/parse-webhook.ts';
import {
  createSendTracker,
  type SendTrackerStore,
  type SettledSend,
} from '../../../src/webhooks/send-tracker/create-send-tracker.ts';

/** A store under test, and how time passes for it. */
export interface OpenSendTrackerStore {
  readonly store: SendTrackerStore;
  readonly elapse: (ms: number) => Promise<void> | void;
  readonly close: () => Promise<void> | void;
}

const day = 24 * 3_600_000;

function statusEvent(status: string, key: string | undefined): StatusEvent {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
    statuses: [
      {
        id: 'wamid.17',
        status,
        timestamp: '1763825400',
        recipient_id: '16505551234',
        biz_opaque_callback_data: key,
      },
    ],
  };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  const [event] = parseWebhook(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  if (event?.kind !== 'status') throw new Error('not a status');
  return event;
}

/** The tests that every send tracker store must pass. */
export function testSendTrackerStore(
  name: string,
  open: () => Promise<OpenSendTrackerStore> | OpenSendTrackerStore,
): void {
  let opened: OpenSendTrackerStore;
  let onSettled = vi.fn<(send: SettledSend) => unknown>();
  beforeEach(async () => {
    opened = await open();
    onSettled = vi.fn<(send: SettledSend) => unknown>();
  });
  afterEach(() => opened.close());
  const settled = {
    callbackData: 'order-17',
    wamid: 'wamid.17',
    outcome: 'accepted',
    at: 1_763_825_400_000,
  };

  test(`default: on ${name} a status settles the send that waits for it, once`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    await sends.track('order-17');
    expect(onSettled.mock.calls).toEqual([]);
    for (const status of ['sent', 'sent', 'delivered', 'read'])
      await sends.handleStatus(statusEvent(status, 'order-17'));
    expect(onSettled.mock.calls).toEqual([[settled]]);
  });

  test(`behavior: on ${name} a status that came before the timeout settles too, once`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    await sends.handleStatus(statusEvent('sent', 'order-17'));
    await sends.handleStatus(statusEvent('delivered', 'order-17'));
    expect(onSettled.mock.calls).toEqual([]);
    await sends.track('order-17');
    await sends.handleStatus(statusEvent('read', 'order-17'));
    expect(onSettled.mock.calls).toEqual([[settled]]);
  });

  test(`behavior: on ${name} a failed status settles as failed`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    await sends.track('order-17');
    await sends.handleStatus(statusEvent('failed', 'order-17'));
    expect(onSettled.mock.calls).toEqual([[{ ...settled, outcome: 'failed' }]]);
  });

  test(`behavior: on ${name} other keys and statuses without one settle nothing`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    await sends.track('order-17');
    await sends.handleStatus(statusEvent('sent', 'order-18'));
    await sends.handleStatus(statusEvent('sent', undefined));
    expect(onSettled.mock.calls).toEqual([]);
  });

  test(`error: on ${name} a failed onSettled is called again at the next status`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    onSettled.mockRejectedValueOnce(new Error('database down'));
    await sends.track('order-17');
    await expect(sends.handleStatus(statusEvent('sent', 'order-17'))).rejects.toThrow('database down');
    await sends.handleStatus(statusEvent('sent', 'order-17'));
    await sends.handleStatus(statusEvent('delivered', 'order-17'));
    expect(onSettled.mock.calls).toEqual([[settled], [settled]]);
  });

  test(`behavior: on ${name} statuses that come together settle a send once`, async () => {
    const sends = createSendTracker(opened.store, onSettled);
    await sends.track('order-17');
    const statuses = ['sent', 'delivered', 'read', 'played'] as const;
    await Promise.all(statuses.map((status) => sends.handleStatus(statusEvent(status, 'order-17'))));
    expect(onSettled.mock.calls).toEqual([[settled]]);
  });

  test(`behavior: ${name} keeps a value as long as asked`, async () => {
    const { store, elapse } = opened;
    expect(await store.putIfAbsent('a', 'one', 8 * day)).toBe(undefined);
    await elapse(7 * day);
    expect(await store.putIfAbsent('a', 'two', 8 * day)).toBe('one');
    await elapse(day);
    expect(await store.putIfAbsent('a', 'three', 8 * day)).toBe(undefined);
    await store.put('a', 'four', 8 * day);
    expect(await store.putIfAbsent('a', 'five', 8 * day)).toBe('four');
  });

  test(`behavior: ${name} lets one of 50 that put at once be the first`, async () => {
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => opened.store.putIfAbsent('a', String(turn), day)),
    );
    expect(found.filter((value) => value === undefined).length).toBe(1);
    expect(new Set(found).size).toBe(2);
  });
}
