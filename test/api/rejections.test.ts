import { expect, test } from 'vitest';
import { callOperations } from '../../src/api/calls/bind.ts';
import { flowOperations } from '../../src/api/flows/bind.ts';
import { linkOperations } from '../../src/api/links/bind.ts';
import { mediaOperations } from '../../src/api/media/bind.ts';
import { baseMessageOperations } from '../../src/api/messages/bind.ts';
import { sendTemplate } from '../../src/api/messages/send-template.ts';
import { paymentOperations } from '../../src/api/payments/bind.ts';
import { routingOperations } from '../../src/api/routing/bind.ts';
import * as templates from '../../src/api/templates/index.ts';
import * as graph from '../../src/api/graph/index.ts';
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

const operations: readonly (readonly [string, (...given: never[]) => unknown])[] = Object.entries({
  ...callOperations,
  ...flowOperations,
  ...linkOperations,
  ...mediaOperations,
  ...baseMessageOperations,
  ...paymentOperations,
  ...routingOperations,
  ...templates,
  ...graph,
  sendTemplate,
});

const isList = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

async function readAll(list: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return items;
}

test.each(operations)(
  'error: %s rejects when its parameters are left out, and never throws',
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
