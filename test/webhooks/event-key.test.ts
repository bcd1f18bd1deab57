import { expect, test } from 'vitest';
import { eventKey, parseWebhook, type WebhookEvent } from 'wabakit/webhooks';
import { getKeyLifetime } from '../../src/webhooks/events/event-key.ts';
import { hasReference } from '../helpers/reference.ts';
import { getBody, readBody, referenceBodies } from './helpers.ts';

const day = 24 * 3_600_000;

/** The example with everything that tells one occurrence from the next moved on: its times by a day, its ids by a letter. */
function happenAgain(body: string): string {
  return JSON.stringify(JSON.parse(body), (key: string, value: unknown) => {
    if (/^(time|timestamp|created_timestamp)$/.test(key)) return Number(value) + 86_400;
    if (key === 'id' && typeof value === 'string' && value.startsWith('wamid.')) return `${value}A`;
    return value;
  });
}

const read = (name: string, change = (body: string) => body): WebhookEvent[] =>
  parseWebhook(change(readBody(name)));
const getKeys = (events: readonly WebhookEvent[]): Promise<string[]> =>
  Promise.all(events.map((event) => eventKey(event)));

// What Meta sends without an id and without a time: the same bytes whenever it happens.
const undated = ['history.declined.json', 'messages.errors.json', 'messages.errors.no-storage-131035.json'];
const examples = hasReference ? referenceBodies() : [];
const dated = examples.filter((name) => !undated.includes(name));

test('default: the examples cover every kind of event', { tags: ['reference'] }, () => {
  const kinds = new Set(examples.flatMap((name) => read(name).map(({ kind }) => kind)));
  expect(kinds.size).toBeGreaterThanOrEqual(36);
});

test.each(dated)(
  'default: %s has the same keys when it is delivered again, others when it happens again',
  { tags: ['reference'] },
  async (name) => {
    const keys = await getKeys(read(name));
    expect(keys.length).toBeGreaterThan(0);
    expect(await getKeys(read(name))).toEqual(keys);
    const later = new Set(await getKeys(read(name, happenAgain)));
    expect(keys.filter((key) => later.has(key))).toEqual([]);
    expect(read(name).map(getKeyLifetime)).toEqual(keys.map(() => 8 * day));
  },
);

test.each(undated)(
  'behavior: %s, which has no id and no time, is a second delivery for 10 minutes only',
  { tags: ['reference'] },
  async (name) => {
    expect(await getKeys(read(name, happenAgain))).toEqual(await getKeys(read(name)));
    expect(read(name).map(getKeyLifetime)).toEqual(read(name).map(() => 600_000));
  },
);

test('behavior: an error whose entry has a time is another one at another time', async () => {
  const at = (time: number) =>
    parseWebhook(getBody({ errors: [{ code: 130429, title: 'Rate limit hit' }] }, 'messages', { time }));
  const [first, again, tomorrow] = [at(1_763_825_400), at(1_763_825_400), at(1_763_911_800)];
  expect(first).toMatchObject([{ kind: 'error', at: 1_763_825_400_000 }]);
  const [key] = await getKeys(first);
  expect([await getKeys(again), (await getKeys(tomorrow))[0] === key]).toEqual([[key], false]);
  expect(first.map(getKeyLifetime)).toEqual([8 * day]);
});

test.each([
  ['an id', { id: 'wamid.1', kind: 'new' }, 8 * day],
  ['a time', { timestamp: '1763825400', kind: 'new' }, 8 * day],
  ['neither', { kind: 'new' }, 600_000],
  ['no object', 'new', 600_000],
])(
  'behavior: an event that this version does not know, with %s, keeps its key as long',
  (_, item, lifetime) => {
    const events = parseWebhook(getBody({ messages: [item] }));
    expect(events.map((event) => [event.kind, getKeyLifetime(event)])).toEqual([['unknown', lifetime]]);
  },
);
