import { expect, test } from 'vitest';
import * as operations from '../../src/api/index.ts';
import { createClient } from '../../src/client/create-client.ts';

// Nothing listens there: a call that gets so far rejects too.
const options = {
  accessToken: 'TOKEN',
  phoneNumberId: '1061',
  wabaId: '1022',
  baseUrl: 'http://127.0.0.1:9',
  retry: false,
} as const;
const client = createClient(options);

/** What stands next to the operations and calls nothing. */
const helpers = ['recipientOf', 'safeFileName', 'validateMedia', 'validateVoiceNote'];

const calls = Object.entries(operations).flatMap(([name, value]) =>
  typeof value === 'function' && !helpers.includes(name) ? [[name, value] as const] : [],
);

const isList = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

async function readAll(list: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return items;
}

test('behavior: every operation is tried', () => {
  expect(calls.length).toBeGreaterThan(190);
});

test.each(calls)(
  'error: %s rejects when its parameters are left out, and does not throw',
  async (_, call) => {
    const value: unknown = Reflect.apply(call, undefined, [client]);
    await expect(isList(value) ? readAll(value) : value).rejects.toBeInstanceOf(Error);
  },
);

test('error: a template that is not a definition is refused in words', async () => {
  await expect(
    client.messages.sendTemplate({ to: '+5511987654321', template: 'hello' } as never),
  ).rejects.toThrow(
    'template must be a definition made with defineTemplate; to send a template by its name, pass name and language',
  );
});

test.each([
  [() => client.calls.getPermission({}), 'waId exactly one of waId and recipient is needed'],
  [() => client.flows.create({ name: 'A', categories: [] }), 'categories has 0 items; at least 1 is needed'],
  [() => client.links.createQrCode({ prefilledMessage: '' }), 'prefilledMessage is empty'],
  [() => client.messages.markAsRead({ wamid: '' }), 'wamid is empty'],
  [() => client.routing.controlThread({ action: 'pass', to: '+1' }), 'controlPass is needed for pass'],
  [
    () => client.templates.compare({ templateId: '1', otherTemplateId: '2', days: 7, until: NaN }),
    'until is not a valid time',
  ],
  [
    () =>
      client.flows.getMetric({
        flowId: '1',
        name: 'ENDPOINT_REQUEST_COUNT',
        granularity: 'DAY',
        since: new Date(NaN),
      }),
    'since is not a valid time',
  ],
])('error: a wrong parameter rejects under its own name: %s', async (call, message) => {
  await expect(call()).rejects.toThrow(message);
});
