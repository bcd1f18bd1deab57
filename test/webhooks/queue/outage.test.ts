import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutage } from '../../../src/webhooks/queue/outage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = () => new Error('connect ECONNREFUSED 127.0.0.1:6379');

test('default: the delay doubles from the time between two polls to 30 seconds', () => {
  const outage = createOutage(100, () => undefined);
  expect(Array.from({ length: 11 }, () => outage.fail(refused()))).toEqual([
    200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000, 30_000,
  ]);
  outage.end();
  expect(outage.fail(refused())).toBe(200);
});

test('behavior: an outage is reported once, again when its error changes, and when it is over', () => {
  const reported: string[] = [];
  const outage = createOutage(100, (error) => void reported.push(String(error)));
  outage.end();
  for (let turn = 0; turn < 50; turn += 1) outage.fail(refused());
  outage.fail(new Error('LOADING Redis is loading the dataset in memory'));
  outage.fail(refused());
  vi.advanceTimersByTime(95_000);
  outage.end();
  outage.end();
  outage.fail(refused());
  expect(reported).toEqual([
    'Error: connect ECONNREFUSED 127.0.0.1:6379',
    'Error: LOADING Redis is loading the dataset in memory',
    'Error: The webhook queue answers again after 95 s (failed calls: 52).',
    'Error: connect ECONNREFUSED 127.0.0.1:6379',
  ]);
});

test('args: a poll interval of more than 30 seconds is kept', () => {
  expect(createOutage(60_000, () => undefined).fail('text')).toBe(60_000);
});
