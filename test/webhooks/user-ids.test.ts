import { describe, expect, test } from 'vitest';
import { recipientOf } from 'wabakit';
import { eventKey, parseWebhook, type WebhookEvent } from 'wabakit/webhooks';

const bsuid = 'US.13491208655302741918';
const parentBsuid = 'US.ENT.11815799212886844830';
const timestamp = '1750269342';
const metadata = { display_phone_number: '15550783881', phone_number_id: '106' };

function parse(field: string, value: object): WebhookEvent[] {
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  return parseWebhook(JSON.stringify({ entry: [{ id: '1', changes: [change] }] }));
}
const text = { id: 'wamid.1', timestamp, type: 'text', text: { body: 'Hi' } };

describe('a user id in the place of a number', () => {
  test.each<[string, string, (id: string) => object]>([
    ['a message', 'messages', (from) => ({ messages: [{ from, ...text }] })],
    [
      'a message with a contact',
      'messages',
      (from) => ({ contacts: [{ wa_id: from }], messages: [{ from, ...text }] }),
    ],
    [
      'a status',
      'messages',
      (id) => ({ statuses: [{ id: 'wamid.1', timestamp, status: 'sent', recipient_id: id }] }),
    ],
    [
      'a status of a group',
      'messages',
      (id) => ({
        statuses: [
          {
            id: 'wamid.1',
            timestamp,
            status: 'read',
            recipient_type: 'group',
            recipient_id: 'G',
            recipient_participant_id: id,
          },
        ],
      }),
    ],
    [
      'a call',
      'calls',
      (from) => ({
        calls: [{ id: 'wacid.1', event: 'connect', timestamp, from, direction: 'USER_INITIATED' }],
      }),
    ],
    [
      'a call status',
      'calls',
      (id) => ({
        statuses: [{ id: 'wacid.1', type: 'call', timestamp, status: 'RINGING', recipient_id: id }],
      }),
    ],
    [
      'a preference',
      'user_preferences',
      (id) => ({
        user_preferences: [{ wa_id: id, category: 'marketing_messages', value: 'stop', timestamp }],
      }),
    ],
    ['an id change', 'user_id_update', (id) => ({ user_id_update: [{ wa_id: id, user_id: {}, timestamp }] })],
    [
      'a contact of the app',
      'smb_app_state_sync',
      (id) => ({ state_sync: [{ type: 'contact', action: 'add', contact: { phone_number: id } }] }),
    ],
    ['an echo', 'smb_message_echoes', (to) => ({ message_echoes: [{ from: '15550783881', to, ...text }] })],
    ['a standby message', 'standby', (from) => ({ standby: { messages: [{ from, ...text }] } })],
    [
      'a standby echo',
      'standby',
      (to) => ({
        standby: { message_echoes: [{ id: 'wamid.1', timestamp, message: { to, type: 'text' } }] },
      }),
    ],
    ['a handover', 'messaging_handovers', (id) => ({ type: 'control_passed', sender: { phone_number: id } })],
    [
      'a join request',
      'group_participants_update',
      (id) => ({ groups: [{ type: 'group_join_request_created', timestamp, wa_id: id }] }),
    ],
    ['a message of the past', 'history', (from) => ({ messages: [{ from, ...text }] })],
  ])('default: %s names it as what it is', (_, field, toValue) => {
    for (const [id, expected] of [
      [bsuid, { waId: undefined, bsuid, parentBsuid: undefined }],
      [parentBsuid, { waId: undefined, bsuid: undefined, parentBsuid }],
      ['16505551234', { waId: '16505551234', bsuid: undefined, parentBsuid: undefined }],
    ] as const) {
      const [event, ...others] = parse(field, toValue(id));
      expect(others.filter(({ kind }) => kind !== 'unknown')).toEqual([]);
      expect(event).toMatchObject(expected);
    }
  });

  test('behavior: a chat of a history', () => {
    const [event] = parse('history', { history: [{ threads: [{ id: bsuid, messages: [] }] }] });
    expect(event).toMatchObject({ threads: [{ waId: undefined, bsuid }] });
  });

  test('behavior: the number of the contact is found all the same, and the answer goes to it', () => {
    const contacts = [{ wa_id: '16505551234', user_id: bsuid }];
    const [event] = parse('messages', { contacts, messages: [{ from: bsuid, ...text }] });
    expect(event).toMatchObject({ waId: '16505551234', bsuid, sender: { waId: '16505551234' } });
  });

  test('behavior: an answer to a parent id goes to the parent id', () => {
    const [event] = parse('messages', { messages: [{ from: parentBsuid, ...text }] });
    expect(event).toMatchObject({ kind: 'message', sender: { recipient: parentBsuid } });
    expect(event?.kind === 'message' && recipientOf(event)).toEqual({
      recipient: parentBsuid,
      phoneNumberId: '106',
    });
  });
});

describe('what a system message says', () => {
  test('default: the ids before and after', () => {
    const system = {
      type: 'user_changed_user_id',
      user_id: 'US.2',
      previous_user_id: 'US.1',
      parent_user_id: 'US.ENT.2',
      previous_parent_user_id: 'US.ENT.1',
    };
    const [event] = parse('messages', {
      messages: [{ id: 'wamid.1', timestamp, from_user_id: 'US.1', type: 'system', system }],
    });
    expect(event?.kind === 'message' && event.type === 'system' && event.system.previous_user_id).toBe(
      'US.1',
    );
    expect(event?.kind === 'message' && event.type === 'system' && event.system.previous_parent_user_id).toBe(
      'US.ENT.1',
    );
  });
});

describe('eventKey', () => {
  test('behavior: the status of a group member has one key, with the user id or without, in every spelling', async () => {
    const status = {
      id: 'wamid.1',
      timestamp,
      status: 'delivered',
      recipient_type: 'group',
      recipient_id: 'G',
    };
    const statuses = [
      { ...status, recipient_participant_id: '5511987654321' },
      { ...status, recipient_participant_id: '551187654321', recipient_participant_user_id: 'BR.1' },
      { ...status, recipient_participant_user_id: 'BR.1' },
    ];
    expect(await Promise.all(parse('messages', { statuses }).map((event) => eventKey(event)))).toEqual([
      'status:wamid.1:delivered:5511987654321',
      'status:wamid.1:delivered:5511987654321',
      'status:wamid.1:delivered:BR.1',
    ]);
  });
});
