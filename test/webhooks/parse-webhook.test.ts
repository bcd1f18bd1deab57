import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WebhookEvent, WebhookError, parseWebhook } from 'wabakit/webhooks';
import {
  getBody,
  messagesBody,
  place,
  readBody,
  referenceBodies,
  statusesBody,
  textMessage,
} from './helpers.ts';

interface Envelope {
  entry: {
    id: string;
    time?: number | string;
    changes: { field: string; value: Record<string, unknown> }[];
  }[];
}

/** Every leaf of a value with the name it stands under. */
function getLeaves(value: unknown, key = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${key}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, child]) =>
    getLeaves(child, Array.isArray(value) ? key : name),
  );
}

const getCount = (leaves: readonly string[]): Map<string, number> =>
  leaves.reduce((count, leaf) => count.set(leaf, (count.get(leaf) ?? 0) + 1), new Map<string, number>());

/** Every leaf that the events of one body expose, in the spelling of the raw. Objects that several events share count once. */
function exposedBy(events: readonly WebhookEvent[]): string[] {
  const objects = new Set<unknown>();
  for (const event of events) {
    objects.add(event.raw);
    if ('contact' in event) objects.add(event.contact);
    if ('conversationContext' in event && event.kind !== 'handover') objects.add(event.conversationContext);
    if (event.kind === 'call') objects.add(event.errors);
  }
  return [...objects].filter((value) => value !== undefined).flatMap((value) => getLeaves(value));
}

describe('reference bodies', { tags: ['reference'] }, () => {
  test('behavior: every one is of a known kind', () => {
    const names = referenceBodies();
    expect(names).toHaveLength(147);
    for (const name of names) {
      const events = parseWebhook(readBody(name));
      expect(events.length, name).toBeGreaterThan(0);
      for (const event of events) {
        expect(event.kind, name).not.toBe('unknown');
        if ('type' in event) expect(event.type, name).not.toBe('unknown');
        if ('event' in event) expect(event.event, name).not.toBe('unknown');
      }
    }
  });

  test('behavior: nothing of any of them is lost', () => {
    for (const name of referenceBodies()) {
      const body = JSON.parse(readBody(name)) as Envelope;
      const events = parseWebhook(readBody(name));
      const values = body.entry.flatMap((entry) => entry.changes.map((change) => change.value));
      const sent = values.flatMap((value) => getLeaves({ ...value, metadata: undefined }));
      const exposed = getCount(exposedBy(events));
      for (const [leaf, count] of getCount(
        sent.filter((leaf) => !/^(messaging_product|metadata)=/.test(leaf)),
      ))
        expect(exposed.get(leaf) ?? 0, `${name}: ${leaf}`).toBeGreaterThanOrEqual(count);
      for (const entry of body.entry) {
        expect(
          events.map((event) => ('entryId' in event ? event.entryId : event.wabaId)),
          name,
        ).toContain(entry.id);
        if (entry.time !== undefined)
          expect(
            events.map((event) => event.at),
            name,
          ).toContain(Number(entry.time) * 1000);
        for (const { field, value } of entry.changes) {
          const metadata = value['metadata'] as Record<string, string> | undefined;
          const ofField = events.filter((event) => event.field === field);
          expect(ofField.length, name).toBeGreaterThan(0);
          if (metadata === undefined) continue;
          expect(
            ofField.map((event) => event.phoneNumberId),
            name,
          ).toContain(metadata['phone_number_id']);
          expect(
            ofField.map((event) => event.displayPhoneNumber),
            name,
          ).toContain(metadata['display_phone_number']);
        }
      }
    }
  });

  test('behavior: events are plain data: they spread, print and survive JSON', () => {
    for (const name of referenceBodies()) {
      for (const event of parseWebhook(readBody(name))) {
        expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
        expect({ ...event }).toEqual(event);
        expect(JSON.parse(JSON.stringify(event))).toEqual(JSON.parse(JSON.stringify({ ...event })));
        expect(structuredClone(event)).toEqual(event);
      }
    }
  });

  test('behavior: shuffling or splitting a batch gives the same set of events', () => {
    const names = referenceBodies();
    const entries = names.flatMap((name) => (JSON.parse(readBody(name)) as Envelope).entry);
    const asSet = (events: readonly WebhookEvent[]): string[] =>
      events.map((event) => JSON.stringify(event)).toSorted();
    const parse = (entry: readonly object[]): WebhookEvent[] =>
      parseWebhook(JSON.stringify({ object: 'whatsapp_business_account', entry }));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 2, maxLength: 30 }), fc.nat(30), (batch, cut) => {
        const whole = asSet(parse(batch));
        expect(asSet(parse(batch.toReversed()))).toEqual(whole);
        expect(asSet([...parse(batch.slice(0, cut)), ...parse(batch.slice(cut))])).toEqual(whole);
        const perChange = batch.flatMap((entry) =>
          entry.changes.map((change) => ({ ...entry, changes: [change] })),
        );
        expect(asSet(parse(perChange))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

test('default', () => {
  expect(parseWebhook(messagesBody(textMessage('wamid.1', 'Does it come in another color?')))).toEqual([
    {
      kind: 'message',
      type: 'text',
      text: { body: 'Does it come in another color?' },
      wamid: 'wamid.1',
      at: 1_749_416_383_000,
      waId: '16505551234',
      sender: { waId: '16505551234' },
      ...place,
      raw: {
        from: '16505551234',
        id: 'wamid.1',
        timestamp: '1749416383',
        type: 'text',
        text: { body: 'Does it come in another color?' },
      },
    },
  ]);
});

test('behavior: bytes, text and text with a byte order mark give the same events', () => {
  const body = messagesBody(textMessage('wamid.1', 'Grüße 👋'));
  const events = parseWebhook(body);
  expect(parseWebhook(new TextEncoder().encode(body))).toEqual(events);
  expect(parseWebhook(`\ufeff${body}`)).toEqual(events);
  expect(parseWebhook(new TextEncoder().encode(`\ufeff${body}`))).toEqual(events);
});

test('behavior: all of 1,000 statuses in three changes come out, in order', () => {
  const statuses = Array.from({ length: 1000 }, (_, index) => ({
    id: `wamid.${index}`,
    status: 'delivered',
    timestamp: 1_750_263_773 + index,
    recipient_id: '16505551234',
  }));
  const value = (from: number, to: number) => ({ statuses: statuses.slice(from, to) });
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          { field: 'messages', value: value(0, 400) },
          { field: 'messages', value: value(400, 500) },
        ],
      },
      { id: '1', changes: [{ field: 'messages', value: value(500, 1000) }] },
    ],
  });
  const events = parseWebhook(body);
  expect(events.map((event) => event.kind === 'status' && event.wamid)).toEqual(statuses.map(({ id }) => id));
  expect(events[999]).toMatchObject({ at: (1_750_263_773 + 999) * 1000, waId: '16505551234' });
});

test('behavior: contacts belong to the messages of their user, and one of nobody is kept', () => {
  const contact = (waId: string) => ({ profile: { name: `User ${waId}` }, wa_id: waId });
  const body = getBody({
    contacts: [contact('1'), contact('2'), contact('3')],
    messages: [textMessage('wamid.2', 'b', '2'), textMessage('wamid.1', 'a', '1')],
  });
  const [first, second, third] = parseWebhook(body);
  expect(first).toMatchObject({ wamid: 'wamid.2', contact: contact('2') });
  expect(second).toMatchObject({ wamid: 'wamid.1', contact: contact('1') });
  expect(third).toMatchObject({ kind: 'unknown', raw: { contacts: [contact('3')] } });
});

test('behavior: contacts are found by the business-scoped id, and lend ids that the message lacks', () => {
  const contacts = [
    { wa_id: '1', user_id: 'US.1', parent_user_id: 'US.ENT.1' },
    { wa_id: '2', user_id: 'US.2' },
  ];
  const message = { id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'x' }, from_user_id: 'US.1' };
  const [event] = parseWebhook(getBody({ contacts, messages: [message] }));
  expect(event).toMatchObject({ waId: '1', bsuid: 'US.1', parentBsuid: 'US.ENT.1', contact: contacts[0] });
});

test('behavior: a field, a type and a status of the future come as they are', () => {
  expect(parseWebhook(getBody({ brand: 'new' }, 'field_of_2028', { time: 7 }))).toEqual([
    { kind: 'unknown', field: 'field_of_2028', wabaId: place.wabaId, at: 7000, raw: { brand: 'new' } },
  ]);
  const dance = { id: 'wamid.1', timestamp: '1', type: 'dance', dance: { steps: 3 }, from: '1' };
  expect(parseWebhook(messagesBody(dance))[0]).toMatchObject({
    kind: 'message',
    type: 'unknown',
    waId: '1',
    raw: dance,
  });
  const status = { id: 'wamid.1', timestamp: '1', status: 'framed' };
  expect(parseWebhook(statusesBody(status))[0]).toMatchObject({ kind: 'unknown', raw: status });
  const renamed = { id: 'wamid.1', timestamp: '1', status: 'on', type: 'subscription' };
  expect(parseWebhook(statusesBody(renamed))[0]).toMatchObject({ kind: 'unknown', raw: renamed });
});

test.each([
  ['text', { text: { content: 'no body' } }],
  ['text', {}],
  ['image', { image: {} }],
  ['location', { location: { latitude: 'north', longitude: 2 } }],
  ['location', { location: { latitude: ' ', longitude: 2 } }],
  ['contacts', { contacts: {} }],
  ['button', { button: { payload: 'p' } }],
  ['order', { order: { catalog_id: '1' } }],
  ['reaction', { reaction: { emoji: '👍' } }],
  ['interactive', { interactive: {} }],
  ['interactive', { interactive: { type: 'new_reply', new_reply: {} } }],
  ['interactive', { interactive: { type: 'button_reply' } }],
  ['unsupported', { unsupported: 7 }],
  ['constructor', {}],
])('behavior: a message of type %s with %j is unknown but not lost', (type, content) => {
  const message = { id: 'wamid.1', from: '16505551234', timestamp: '1', type, ...content };
  expect(parseWebhook(messagesBody(message))).toEqual([
    expect.objectContaining({ kind: 'message', type: 'unknown', wamid: 'wamid.1', at: 1000, raw: message }),
  ]);
});

test.each([
  ['no id', { from: '1', timestamp: '1', type: 'text', text: { body: 'x' } }],
  ['no sender', { id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'x' } }],
  ['no type', { id: 'wamid.1', from: '1', timestamp: '1' }],
  ['no time', { id: 'wamid.1', from: '1', type: 'text', text: { body: 'x' } }],
  ['a time in words', { id: 'wamid.1', from: '1', timestamp: 'noon', type: 'text', text: { body: 'x' } }],
  ['an empty time', { id: 'wamid.1', from: '1', timestamp: '', type: 'text', text: { body: 'x' } }],
  ['a number', 7],
  ['nothing', null],
])('behavior: an item with %s is unknown but not lost', (_what, item) => {
  expect(parseWebhook(getBody({ messages: [item] }))).toEqual([
    expect.objectContaining({ kind: 'unknown', field: 'messages', raw: item }),
  ]);
  expect(parseWebhook(getBody({ statuses: [item] }))[0]?.kind).toBe('unknown');
});

describe('an unknown item is one event', () => {
  const message = { id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'x' } };
  const contact = { profile: { name: 'Ana' }, wa_id: '16505551234' };
  const other = { profile: { name: 'Bia' }, wa_id: '16505550000' };
  const conversation_context = { type: 'summary' };

  test('behavior: with the contact and the context that stand next to it', () => {
    expect(parseWebhook(getBody({ contacts: [contact], conversation_context, messages: [message] }))).toEqual(
      [
        expect.objectContaining({
          kind: 'unknown',
          field: 'messages',
          raw: message,
          contact,
          conversationContext: conversation_context,
        }),
      ],
    );
  });

  test('behavior: with its own contact where there are several', () => {
    const item = { recipient_id: '16505551234', status: 'framed' };
    const events = parseWebhook(
      getBody({
        contacts: [contact, other],
        statuses: [item],
        messages: [textMessage('a', 'b', other.wa_id)],
      }),
    );
    expect(events).toMatchObject([
      { kind: 'unknown', raw: item, contact },
      { kind: 'message', contact: other },
    ]);
  });

  test('behavior: without a contact where the item names none of them', () => {
    const events = parseWebhook(getBody({ contacts: [contact, other], statuses: [7] }));
    expect(events).toMatchObject([
      { kind: 'unknown', raw: 7, contact: undefined },
      { kind: 'unknown', raw: { contacts: [contact, other] } },
    ]);
  });

  test('behavior: a list of the future with its contacts and context', () => {
    const value = { contacts: [contact], conversation_context, dances: [{ steps: 3 }] };
    expect(parseWebhook(getBody(value))).toMatchObject([
      { kind: 'unknown', raw: { dances: [{ steps: 3 }], contacts: [contact], conversation_context } },
    ]);
  });

  test('behavior: a value of the future with more in its metadata', () => {
    const value = { metadata: { phone_number_id: '9', zone: 'x' }, brand: 'new' };
    const place = { kind: 'unknown', phoneNumberId: '9', raw: value };
    expect(parseWebhook(getBody(value, 'field_of_2028'))).toMatchObject([place]);
    expect(parseWebhook(getBody(value, 'flows'))).toMatchObject([place]);
  });
});

describe('a change without its envelope, as the App Dashboard shows its samples', () => {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
    contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
    messages: [
      {
        from: '16315551181',
        id: 'ABGG',
        timestamp: '1504902988',
        type: 'text',
        text: { body: 'this is a text' },
      },
    ],
  };

  test('default', () => {
    expect(parseWebhook(JSON.stringify({ field: 'messages', value }))).toMatchObject([
      {
        kind: 'message',
        field: 'messages',
        wabaId: undefined,
        phoneNumberId: '123456123',
        waId: '16315551181',
        text: { body: 'this is a text' },
      },
    ]);
  });

  test('behavior: what it holds beyond the field and the value is not lost', () => {
    const events = parseWebhook(JSON.stringify({ field: 'messages', value, new1: 1, new2: 2 }));
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'unknown']);
    expect(events[1]?.raw).toEqual({ new1: 1, new2: 2 });
  });

  test('behavior: without a value, or with an entry as well, it is none', () => {
    const body = '{"field":"messages"}';
    expect(parseWebhook(body)).toMatchObject([{ kind: 'unknown', raw: { field: 'messages' } }]);
    const both = JSON.stringify({ ...(JSON.parse(getBody(value)) as object), field: 'flows' });
    expect(parseWebhook(both).map(({ kind }) => kind)).toEqual(['message', 'unknown']);
  });
});

test('behavior: what stands beside the known parts of an envelope is not lost', () => {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    new1: 1,
    entry: [
      {
        id: '1',
        new2: 2,
        changes: [
          {
            field: 'messages',
            new3: 3,
            value: { metadata: { phone_number_id: '9', new4: 4 }, new5: 5, messages: { no: 'list' } },
          },
        ],
      },
    ],
  });
  expect(parseWebhook(body).map((event) => [event.kind, event.raw])).toEqual([
    ['unknown', { new5: 5, messages: { no: 'list' }, metadata: { new4: 4 } }],
    ['unknown', { new3: 3 }],
    ['unknown', { new2: 2 }],
    ['unknown', { new1: 1 }],
  ]);
});

test.each(['{}', '[]', 'null', '7', '"text"', '{"entry":{}}', '{"object":"page","entry":[{"id":"1"}]}'])(
  'behavior: %s is one unknown event',
  (body) => {
    expect(parseWebhook(body)).toEqual([
      expect.objectContaining({ kind: 'unknown', field: '', raw: JSON.parse(body) as unknown }),
    ]);
  },
);

test.each([
  ['[1]', [1]],
  ['[{"id":"1","changes":[null]}]', [null]],
  ['[{"id":"1","changes":[{"field":"messages"}]}]', [{ field: 'messages' }]],
  ['[{"id":"1","changes":[{"field":"messages","value":[]}]}]', [{ field: 'messages', value: [] }]],
])('behavior: an entry list %s gives unknown events', (entry, wires) => {
  const events = parseWebhook(`{"object":"whatsapp_business_account","entry":${entry}}`);
  expect(events.map((event) => [event.kind, event.raw])).toEqual(wires.map((raw) => ['unknown', raw]));
});

test('behavior: an empty entry list is no event', () => {
  expect(parseWebhook('{"object":"whatsapp_business_account","entry":[]}')).toEqual([]);
});

test('behavior: __proto__ is dropped however it is written', () => {
  for (const key of ['__proto__', '\\u005f_proto__', '__\\u0070roto__']) {
    const [event] = parseWebhook(
      messagesBody(textMessage('wamid.1')).replace(
        '"type":"text"',
        `"${key}":{"polluted":true},"type":"text"`,
      ),
    );
    expect(event).toMatchObject({ kind: 'message', wamid: 'wamid.1' });
    expect(Object.hasOwn(event?.raw as object, '__proto__')).toBe(false);
    expect((event?.raw as { polluted?: boolean }).polluted).toBeUndefined();
  }
});

test('behavior: an id past 2^53 keeps every digit, one below stays a number', () => {
  const template = (id: string): string =>
    getBody(
      { event: 'APPROVED', message_template_name: 'n', message_template_id: 0 },
      'message_template_status_update',
    ).replace('"message_template_id":0', `"message_template_id":${id}`);
  expect(parseWebhook(template('12345678901234567890'))[0]).toMatchObject({
    templateId: '12345678901234567890',
    raw: { message_template_id: '12345678901234567890' },
  });
  expect(parseWebhook(template('1689556908129832'))[0]).toMatchObject({
    templateId: '1689556908129832',
    raw: { message_template_id: 1_689_556_908_129_832 },
  });
  expect(parseWebhook(template('1e300'))[0]).toMatchObject({ raw: { message_template_id: 1e300 } });
});

test('behavior: nesting of 64 levels is read, of 65 refused', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(parseWebhook(nested(64))).toHaveLength(1);
  expect(() => parseWebhook(nested(65))).toThrow(expect.objectContaining({ reason: 'too_deep' }) as Error);
  expect(() => parseWebhook(`{"a":${'{"b":'.repeat(64)}1${'}'.repeat(64)}}`)).toThrow(WebhookError);
  expect(() => parseWebhook('['.repeat(1_000_000))).toThrow(
    expect.objectContaining({ reason: 'not_json' }) as Error,
  );
});

test.each(['', 'Hello', '{"entry":', '\ufeff'])('error: %j is no JSON', (body) => {
  expect(() => parseWebhook(body)).toThrow('The webhook body is not JSON.');
});

test('error: a parsed body says so and how to get the raw one', () => {
  const parsed: unknown = { object: 'whatsapp_business_account', entry: [] };
  expect(() => parseWebhook(parsed as string)).toThrow(/was parsed before it reached wabakit/);
  expect(() => parseWebhook(parsed as string)).toThrow('Pass its bytes or its text.');
});
