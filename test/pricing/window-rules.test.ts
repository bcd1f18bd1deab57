import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toLedgerEvents, windowRules, type PlatformEvent } from 'wabakit/pricing';
import { parseWebhook, type WebhookEvent } from 'wabakit/webhooks';

const base = { phoneNumberId: '106', at: 1000, waId: '5511987654321' };

/** What an event of a row looks like. */
function sample(event: string, content: string | undefined): PlatformEvent {
  const [type = '', part] = (content ?? '').split(': ');
  if (event === 'call' && content !== undefined) {
    const [name, direction] = content.split(', ');
    return { kind: 'call', ...base, event: name, direction };
  }
  if (event === 'standbyMessage') return { kind: event, ...base, type: 'text' };
  if (event === 'callStatus') return { kind: event, ...base, status: content ?? 'RINGING' };
  if (type === 'reaction taken back') return { kind: event, ...base, type: 'reaction', reaction: {} };
  if (type === 'reaction') return { kind: event, ...base, type, reaction: { emoji: '👍' } };
  if (type === 'interactive')
    return { kind: event, ...base, type, interactive: { type: part ?? 'new_reply' } };
  return { kind: event, ...base, ...(type !== '' && { type }) };
}

const opens = (event: PlatformEvent): boolean =>
  toLedgerEvents(event).some(({ kind }) => kind === 'inbound' || kind === 'call');

describe('windowRules', () => {
  test.each(windowRules.map((rule) => [`${rule.event} ${rule.content ?? ''}`, rule] as const))(
    'default: toLedgerEvents follows the row of %s',
    (_, rule) => {
      expect(opens(sample(rule.event, rule.content))).toBe(rule.opens);
    },
  );

  test('behavior: what is not certain opens nothing', () => {
    expect(windowRules.filter(({ opens: does, confidence }) => does && confidence === 'low')).toEqual([]);
    for (const { source } of windowRules) expect(source).not.toBe('');
  });

  test('behavior: each type of message has its row', () => {
    const types = {
      ...{ text: true, image: true, video: true, audio: true, document: true, sticker: true, location: true },
      ...{
        contacts: true,
        button: true,
        interactive: true,
        order: true,
        reaction: true,
        system: true,
        edit: true,
      },
      ...{ revoke: true, unsupported: true, media_placeholder: true, request_welcome: true, unknown: true },
    } satisfies Record<Extract<WebhookEvent, { kind: 'message' }>['type'], true>;
    const rows = windowRules.flatMap(({ event, content }) => (event === 'message' ? [content] : []));
    expect(Object.keys(types).filter((type) => !rows.includes(type))).toEqual([]);
  });

  test('behavior: each kind of event about a user has its row, and the last row is for the others', () => {
    const aboutUsers = {
      ...{ message: true, status: true, paymentStatus: true, callStatus: true, userAction: true, call: true },
      ...{ consent: true, userIdChange: true, contactSync: true, conversion: true, history: true },
      ...{
        historyMessage: true,
        messageEcho: true,
        standbyMessage: true,
        standbyStatus: true,
        standbyEcho: true,
      },
      ...{ handover: true, groupParticipants: true },
      ...{ groupLifecycle: false, groupSettings: false, groupStatus: false, accountUpdate: false },
      ...{ accountAlert: false, accountReview: false, accountSettings: false, businessCapability: false },
      ...{ partnerSolution: false, paymentConfiguration: false, phoneNumberQuality: false, error: false },
      ...{ phoneNumberName: false, security: false, businessUsername: false, templateStatus: false },
      ...{ templateQuality: false, templateComponents: false, templateCategory: false, flow: false },
      ...{ templateCategoryDetection: false, unknown: false },
    } satisfies Record<WebhookEvent['kind'], boolean>;
    const kinds = Object.entries(aboutUsers);
    const rows = new Set(windowRules.map(({ event }) => event));
    expect([...rows].toSorted()).toEqual(
      ['*', ...kinds.flatMap(([kind, is]) => (is ? [kind] : []))].toSorted(),
    );
    for (const [kind, is] of kinds) if (!is) expect(opens({ kind, ...base, type: 'text' })).toBe(false);
  });

  test('behavior: the type decides in standby as it does in messages', () => {
    for (const { event, content, opens: does } of windowRules) {
      if (event !== 'message') continue;
      expect(opens({ ...sample(event, content), kind: 'standbyMessage' })).toBe(does);
    }
  });

  test.each([
    ['a new number', { type: 'system', system: { type: 'user_changed_number', wa_id: '12195555358' } }],
    ['a message taken back', { type: 'revoke', revoke: { original_message_id: 'wamid.0' } }],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.0' } }],
    ['an opened chat', { type: 'request_welcome', request_welcome: {} }],
    ['a shape that is not known', { type: 'poll', poll: {} }],
  ])('behavior: %s, as Meta sends it, opens nothing', (_, fields) => {
    const message = { from: '16505551234', id: 'wamid.1', timestamp: '1750269342', ...fields };
    const value = {
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: '106' },
      messages: [message],
    };
    const events = parseWebhook(
      JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }),
    );
    expect(events).toHaveLength(1);
    expect(events.some(opens)).toBe(false);
  });

  test('behavior: the guide has the table', () => {
    const guide = readFileSync(new URL('../../docs/guides/windows.md', import.meta.url), 'utf8');
    const [, table = ''] = /<!-- window-rules -->\n\n(.*?)\n\n/s.exec(guide) ?? [];
    const rows = table
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(
      windowRules.map(({ event, content, opens: does, confidence, source, note }) => [
        event === '*' ? 'any other' : `\`${event}\``,
        content ?? '',
        does ? 'yes' : confidence === 'low' ? 'no: not certain' : 'no',
        confidence,
        note === undefined ? source : `${source}; ${note}`,
      ]),
    );
  });
});
