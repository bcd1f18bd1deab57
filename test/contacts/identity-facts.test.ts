import { describe, expect, test } from 'vitest';
import { createIdentities, toIdentityFacts, toSendFact } from 'wabakit/contacts';
import { parseWebhook } from 'wabakit/webhooks';

const at = 1750269342000;
const metadata = { display_phone_number: '15550783881', phone_number_id: '106' };

function parse(field: string, value: object) {
  return parseWebhook(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        { id: '1', changes: [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }] },
      ],
    }),
  );
}
const factsOf = (field: string, value: object) => parse(field, value).flatMap(toIdentityFacts);
const message = (fields: object) => ({ id: 'wamid.1', timestamp: '1750269342', ...fields });
const hello = { type: 'text', text: { body: 'Hi' } };

describe('toIdentityFacts', () => {
  test('default: a message that shows number and user id', () => {
    const messages = [
      message({ from: '16505551234', from_user_id: 'US.1', from_parent_user_id: 'US.ENT.1', ...hello }),
    ];
    expect(factsOf('messages', { messages })).toEqual([
      { at, waId: '16505551234', bsuid: 'US.1', parentBsuid: 'US.ENT.1' },
    ]);
  });

  test('behavior: the profile adds the id that the message lacks', () => {
    const contacts = [{ wa_id: '16505551234', user_id: 'US.1' }];
    const messages = [message({ from: '16505551234', ...hello })];
    expect(factsOf('messages', { contacts, messages })).toEqual([
      { at, waId: '16505551234', bsuid: 'US.1', parentBsuid: undefined },
    ]);
  });

  test.each([
    ['one id', { messages: [message({ from: '16505551234', ...hello })] }],
    [
      'the profile of somebody else',
      {
        contacts: [{ wa_id: '12195555358', user_id: 'US.2' }],
        messages: [message({ from: '16505551234', ...hello })],
      },
    ],
    [
      'another user id in the profile',
      {
        contacts: [{ wa_id: '16505551234', user_id: 'US.2' }],
        messages: [message({ from_user_id: 'US.1', ...hello })],
      },
    ],
  ])('behavior: %s attests nothing', (_, value) => {
    expect(factsOf('messages', value)).toEqual([]);
  });

  test('behavior: a status, a call, a standby message and an echo attest too', () => {
    const ids = { waId: '16505551234', bsuid: 'US.1', parentBsuid: undefined };
    const item = message({ from: '16505551234', from_user_id: 'US.1', ...hello });
    expect([
      ...factsOf('messages', {
        statuses: [message({ status: 'read', recipient_id: '16505551234', recipient_user_id: 'US.1' })],
      }),
      ...factsOf('calls', {
        calls: [
          message({
            event: 'connect',
            direction: 'USER_INITIATED',
            from: '16505551234',
            from_user_id: 'US.1',
          }),
        ],
      }),
      ...factsOf('standby', { standby: { messages: [item] } }),
      ...factsOf('smb_message_echoes', {
        message_echoes: [message({ from: '15550783881', to: '16505551234', to_user_id: 'US.1', ...hello })],
      }),
    ]).toEqual([1, 2, 3, 4].map(() => ({ at, ...ids })));
  });

  test('behavior: members of a group and chats of a history', () => {
    expect(
      factsOf('group_participants_update', {
        groups: [
          {
            type: 'group_participants_add',
            timestamp: '1750269342',
            group_id: 'G',
            added_participants: [{ wa_id: 16505551234, user_id: 'US.1' }, { wa_id: '12195555358' }],
          },
        ],
      }),
    ).toEqual([{ at, waId: '16505551234', bsuid: 'US.1', parentBsuid: undefined }]);
    const thread = {
      id: '16505551234',
      context: { user_id: 'US.1' },
      messages: [
        message({ from: '16505551234', ...hello }),
        message({ from: '16505551234', timestamp: '1750269000', ...hello }),
      ],
    };
    expect(factsOf('history', { history: [{ threads: [thread, { ...thread, messages: [] }] }] })).toEqual([
      { at, waId: '16505551234', bsuid: 'US.1', parentBsuid: undefined },
    ]);
  });

  test('behavior: a new number, in the form since August 2026', () => {
    const system = {
      body: 'User Sheena changed from 16505551234 to 12195555358',
      type: 'user_changed_number',
      wa_id: '12195555358',
      user_id: 'US.2',
      previous_user_id: 'US.1',
      parent_user_id: 'US.ENT.2',
      previous_parent_user_id: 'US.ENT.1',
    };
    expect(
      factsOf('messages', { messages: [message({ from: '16505551234', type: 'system', system })] }),
    ).toEqual([
      {
        at,
        waId: '12195555358',
        bsuid: 'US.2',
        parentBsuid: 'US.ENT.2',
        previous: { waId: '16505551234', bsuid: 'US.1', parentBsuid: 'US.ENT.1' },
      },
    ]);
  });

  test.each([
    ['Meta until August 2026', { type: 'user_changed_number', wa_id: '12195555358' }],
    [
      'older captures',
      { type: 'customer_changed_number', new_wa_id: '12195555358', customer: '16505551234' },
    ],
  ])('behavior: a new number, in the form of %s', (_, system) => {
    const [fact] = factsOf('messages', {
      messages: [message({ from: '16505551234', type: 'system', system })],
    });
    expect(fact).toEqual({
      at,
      waId: '12195555358',
      bsuid: undefined,
      parentBsuid: undefined,
      previous: { waId: '16505551234', bsuid: undefined, parentBsuid: undefined },
    });
  });

  test('behavior: a profile with the new ids next to the notice does not tie the old number to them', () => {
    const contacts = [{ wa_id: '12195555358', user_id: 'US.2' }];
    const system = {
      type: 'user_changed_number',
      wa_id: '12195555358',
      user_id: 'US.2',
      previous_user_id: 'US.1',
    };
    const identities = createIdentities(
      factsOf('messages', { contacts, messages: [message({ from: '16505551234', type: 'system', system })] }),
    );
    expect(identities.resolve('US.2')).toBe(identities.resolve('12195555358'));
    expect(identities.resolve('16505551234')).toBe(`16505551234@${at}`);
  });

  test('behavior: a new user id, by system message and by the older field', () => {
    const system = { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: 'US.1' };
    const value = { messages: [message({ from_user_id: 'US.1', type: 'system', system })] };
    const update = {
      wa_id: '16505551234',
      user_id: { previous: 'US.1', current: 'US.2' },
      timestamp: '1750269342',
    };
    for (const facts of [
      factsOf('messages', value),
      factsOf('user_id_update', { user_id_update: [update] }),
    ]) {
      const identities = createIdentities(facts);
      expect(identities.resolve('US.2')).toBe('US.1');
    }
  });

  test('behavior: a new identity key is about the sender and gives no number up', () => {
    const system = { type: 'user_identity_changed', identity: 'hash', customer: '16505551234' };
    expect(
      factsOf('messages', {
        messages: [message({ from: '16505551234', from_user_id: 'US.1', type: 'system', system })],
      }),
    ).toEqual([{ at, waId: '16505551234', bsuid: 'US.1', parentBsuid: undefined }]);
  });
});

describe('toSendFact', () => {
  const reply = (contact: { input: string; wa_id?: string; user_id?: string }) => ({ contacts: [contact] });

  test('default: the WhatsApp ID behind a number, in whole seconds', () => {
    expect(toSendFact(reply({ input: '+22901234567', wa_id: '2290101234567' }), 1999)).toEqual({
      at: 1000,
      number: '22901234567',
      waId: '2290101234567',
      bsuid: undefined,
    });
  });

  test.each([
    ['another spelling', reply({ input: '+55 31 8765-4321', wa_id: '5531987654321' })],
    ['a user id alone', reply({ input: 'US.1', user_id: 'US.1' })],
    ['a group', reply({ input: 'Y2FwaQ', wa_id: 'Y2FwaQ' })],
    ['no contacts', {}],
  ])('behavior: %s attests nothing', (_, answer) => {
    expect(toSendFact(answer, 1)).toBeUndefined();
  });
});
