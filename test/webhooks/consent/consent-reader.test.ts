import { describe, expect, test } from 'vitest';
import { isUsageError } from 'wabakit';
import {
  type ConsentEvent,
  type ConsentWords,
  createWebhookHandler,
  loadConsentReader,
  parseWebhook,
} from 'wabakit/webhooks';
import { checkConsentWord } from '../../../src/webhooks/consent/check-consent-word.ts';
import { createConsentWordMatcher } from '../../../src/webhooks/consent/match-consent-word.ts';
import {
  appSecret,
  getBody,
  messagesBody,
  place,
  signedRequest,
  statusesBody,
  textMessage,
  verifyToken,
} from '../helpers.ts';

const readConsent = await loadConsentReader();

function consentOf(body: string): ConsentEvent | undefined {
  const events = readConsent(parseWebhook(body));
  const found = events.filter((event) => event.kind === 'consent');
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

const sent = { id: 'wamid.1', timestamp: '1749416383', from: '16505551234' };
const message = (content: object, more: object = {}): string =>
  messagesBody({ ...sent, ...content, ...more });
const text = (body: string, more: object = {}): string => message({ type: 'text', text: { body } }, more);
const button = (title: string, payload?: string): string =>
  message({ type: 'button', button: { text: title, payload } });
const reply = (title: string, id: string): string =>
  message({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } });
const row = (title: string, id: string): string =>
  message({ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id, title } } });

test('default', () => {
  const [first, consent, ...rest] = readConsent(parseWebhook(messagesBody(textMessage('wamid.1', 'Stop!'))));
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ kind: 'message', text: { body: 'Stop!' } });
  expect(consent).toEqual({
    kind: 'consent',
    choice: 'stop',
    category: 'marketing_messages',
    source: 'keyword',
    word: 'stop',
    wamid: 'wamid.1',
    at: 1_749_416_383_000,
    waId: '16505551234',
    sender: { waId: '16505551234' },
    ...place,
    raw: first?.raw,
  });
});

test('behavior: parseWebhook alone reads no words', () => {
  expect(parseWebhook(text('STOP')).map(({ kind }) => kind)).toEqual(['message']);
});

test('behavior: events stay in their order, each consent after its message', () => {
  const body = messagesBody(
    textMessage('wamid.1', 'hello'),
    textMessage('wamid.2', 'stop'),
    textMessage('wamid.3', 'cancel'),
  );
  expect(
    readConsent(parseWebhook(body)).map((event) => [event.kind, 'wamid' in event ? event.wamid : undefined]),
  ).toEqual([
    ['message', 'wamid.1'],
    ['message', 'wamid.2'],
    ['consent', 'wamid.2'],
    ['message', 'wamid.3'],
    ['consent', 'wamid.3'],
  ]);
});

describe('where a word is read', () => {
  test.each([
    ['a text', text('Darme de baja'), 'stop', 'keyword', 'darme de baja'],
    ['a text with an everyday meaning', text('CANCEL'), 'maybe_stop', 'keyword', 'cancel'],
    ['a text that asks again', text('Subscribe'), 'resume', 'keyword', 'subscribe'],
    ['a greeting', text('Start'), 'undo_stop', 'keyword', 'start'],
    ['the text of a template button', button('Stop promotions', 'p-1'), 'stop', 'button', 'stop promotions'],
    ['the payload of a template button', button('Chega de ofertas', 'STOP'), 'stop', 'button', 'stop'],
    ['a template button without a payload', button('Unsubscribe'), 'stop', 'button', 'unsubscribe'],
    ['the title of a reply button', reply('STOP', 'button-7'), 'stop', 'button', 'stop'],
    ['the id of a reply button', reply('Ei, para!', 'stop_promotions'), 'stop', 'button', 'stop promotions'],
    ['a reply button that cancels', reply('Cancelar', 'order-7'), 'maybe_stop', 'button', 'cancelar'],
    ['the title of a list row', row('Abmelden', 'row-1'), 'stop', 'button', 'abmelden'],
    ['the id of a list row', row('Keine Angebote mehr', 'opt-out'), 'stop', 'button', 'opt out'],
    ['a button that says so', reply('Subscribe', 'news'), 'resume', 'button', 'subscribe'],
    [
      'a payload that stops under a title that resumes',
      button('Subscribe', 'STOP'),
      'stop',
      'button',
      'stop',
    ],
    ['a clear title over a payload with two meanings', button('Stop', 'cancel'), 'stop', 'button', 'stop'],
  ])('behavior: %s', (_where, body, choice, source, word) => {
    expect(consentOf(body)).toMatchObject({ choice, source, word, wamid: 'wamid.1' });
  });

  test('behavior: an edited text', () => {
    const edit = (body: unknown): string =>
      message({
        type: 'edit',
        edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body } } },
      });
    expect(consentOf(edit('STOP'))).toMatchObject({ choice: 'stop', source: 'keyword', wamid: 'wamid.1' });
    expect(consentOf(edit(7))).toBeUndefined();
  });

  test('behavior: a chat that another responder handles', () => {
    const value = { standby: { messages: [{ ...sent, type: 'text', text: { body: 'stop' } }] } };
    expect(consentOf(getBody(value, 'standby'))).toMatchObject({ choice: 'stop', field: 'standby' });
  });

  test.each([
    ['a caption', message({ type: 'image', image: { id: '1', caption: 'STOP' } })],
    [
      'the name of a file',
      message({ type: 'document', document: { id: '1', filename: 'stop', caption: 'stop' } }),
    ],
    [
      'the description of a row',
      message({
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Bus', description: 'stop' } },
      }),
    ],
    [
      'the answer of a Flow',
      message({
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: '"stop"', body: 'stop' } },
      }),
    ],
    ['a reaction', message({ type: 'reaction', reaction: { message_id: 'wamid.0', emoji: 'stop' } })],
    [
      'the note of an order',
      message({ type: 'order', order: { catalog_id: '1', text: 'stop', product_items: [] } }),
    ],
    [
      'a message of the past',
      getBody({ history: [], messages: [{ ...sent, type: 'text', text: { body: 'stop' } }] }, 'history'),
    ],
    [
      'a message of the business',
      getBody(
        { message_echoes: [{ ...sent, to: '16505551234', type: 'text', text: { body: 'stop' } }] },
        'smb_message_echoes',
      ),
    ],
  ])('behavior: %s is not read', (_where, body) => {
    expect(consentOf(body)).toBeUndefined();
  });
});

describe('what never resumes', () => {
  test.each(['Start', 'Subscribe', 'Opt in'])('behavior: %s in a group', (body) => {
    expect(consentOf(text(body, { group_id: 'group-1' }))).toBeUndefined();
  });

  test('behavior: a stop in a group stays one', () => {
    expect(consentOf(text('STOP', { group_id: 'group-1' }))).toMatchObject({ choice: 'stop' });
  });

  test.each([
    ['a button called Start', reply('Start', 'menu')],
    ['a payload that the user did not see', reply('OK', 'subscribe')],
    ['a payload of a template button', button('Great!', 'START')],
    ['a row called Start', row('Start', 'start')],
  ])('behavior: %s', (_what, body) => {
    expect(consentOf(body)).toBeUndefined();
  });
});

describe('error 131050', () => {
  const failed = (more: object, code: number | string = 131_050): object => ({
    id: 'wamid.7',
    status: 'failed',
    timestamp: '1749416383',
    recipient_id: '16505551234',
    errors: [{ code, title: 'Unable to deliver the message' }],
    ...more,
  });

  test('default', () => {
    const [status, consent] = readConsent(parseWebhook(statusesBody(failed({}))));
    expect(status).toMatchObject({ kind: 'status', status: 'failed' });
    expect(consent).toEqual({
      kind: 'consent',
      choice: 'stop',
      category: 'marketing_messages',
      source: 'error_131050',
      wamid: 'wamid.7',
      at: 1_749_416_383_000,
      waId: '16505551234',
      sender: { waId: '16505551234' },
      ...place,
      raw: status?.raw,
    });
  });

  test('behavior: the code as text, and a user without a number', () => {
    expect(consentOf(statusesBody(failed({}, '131050')))).toMatchObject({ source: 'error_131050' });
    const hidden = failed({ recipient_id: undefined, recipient_user_id: 'US.1' });
    expect(consentOf(statusesBody(hidden))).toMatchObject({ bsuid: 'US.1', sender: { recipient: 'US.1' } });
  });

  test('behavior: the member of a group that stopped, not the group', () => {
    const inGroup = failed({
      recipient_id: 'group-1',
      recipient_type: 'group',
      recipient_participant_id: '16505550000',
    });
    expect(consentOf(statusesBody(inGroup))).toMatchObject({ waId: '16505550000' });
  });

  test('behavior: another error, or no user, is no consent', () => {
    expect(consentOf(statusesBody(failed({}, 131_049)))).toBeUndefined();
    expect(consentOf(statusesBody(failed({ recipient_id: undefined })))).toBeUndefined();
  });

  test('behavior: a status in a chat of another responder', () => {
    const value = { standby: { statuses: [failed({})] } };
    expect(consentOf(getBody(value, 'standby'))).toMatchObject({ choice: 'stop', field: 'standby' });
  });
});

test.each(['131050', 7, null, {}, [null], ['131050'], [{ code: null }], [[]]])(
  'behavior: a failed status whose errors are %j is no consent, and no fault',
  async (errors) => {
    const read = await loadConsentReader();
    const status = {
      id: 'wamid.1',
      status: 'failed',
      timestamp: '1760000000',
      recipient_id: '5511987654321',
      errors,
    };
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [{ field: 'messages', value: { metadata: { phone_number_id: '2' }, statuses: [status] } }],
        },
      ],
    });
    expect(read(parseWebhook(body)).map(({ kind }) => kind)).not.toContain('consent');
  },
);

describe('words of your own', () => {
  test('args: they count in the receiver, before its handlers run', async () => {
    const seen: (string | undefined)[][] = [];
    const handler = createWebhookHandler({
      appSecret,
      verifyToken,
      acknowledge: 'processed',
      consentWords: { chega: 'stop', start: 'none' },
      on: { consent: ({ choice, word }) => void seen.push([choice, word]) },
    });
    for (const body of ['Chega!', 'start', 'STOP'])
      expect((await handler(await signedRequest(text(body)))).status).toBe(200);
    await handler.process(text('cancel'));
    expect(seen).toEqual([
      ['stop', 'chega'],
      ['stop', 'stop'],
      ['maybe_stop', 'cancel'],
    ]);
  });

  const choices = "should be 'stop' or 'maybe_stop' or 'resume' or 'undo_stop' or 'none'";
  const neverFound = 'can never be found: it has no letter or digit, or over 40 characters';
  const wrongWords = [
    [{ chega: 'withdraw' }, 'chega', choices],
    [{ '': 'stop' }, '', neverFound],
    [{ '  ': 'stop' }, '  ', neverFound],
    [{ '👎': 'stop' }, '👎', neverFound],
    [{ '!?': 'none' }, '!?', neverFound],
    // Marks, the Arabic tatweel and forms that NFKC takes apart into marks are letters in name only.
    [{ '\u0640': 'stop' }, '\u0640', neverFound],
    [{ '\ufe70': 'stop' }, '\ufe70', neverFound],
    [{ '\u0301': 'stop' }, '\u0301', neverFound],
    [{ ok: 'stop', ['x'.repeat(41)]: 'stop' }, 'x'.repeat(41), neverFound],
    // 21 letters of two UTF-16 units each, as the length of a message is counted.
    [{ ['𝒶'.repeat(21)]: 'stop' }, '𝒶'.repeat(21), neverFound],
  ] as const;

  test.each(wrongWords)('error: %j is refused with its reason', async (words, wrong, message) => {
    const caught: unknown = await loadConsentReader(words as ConsentWords).catch((error: unknown) => error);
    expect(isUsageError(caught) && caught.issues).toEqual([{ path: `words.${wrong}`, message }]);
  });

  test.each(wrongWords)('error: the receiver refuses %j when it is created', (words, wrong, message) => {
    const caught = (() => {
      try {
        return createWebhookHandler({ appSecret, verifyToken, consentWords: words as ConsentWords });
      } catch (error) {
        return error;
      }
    })();
    expect(isUsageError(caught) && caught.issues).toEqual([{ path: `consentWords.${wrong}`, message }]);
  });

  test('behavior: every word of one character that is taken is found in a message', async () => {
    const words: Record<string, 'stop'> = {};
    for (let code = 1; code <= 0xffff; code += 1) {
      const word = String.fromCodePoint(code);
      if (checkConsentWord(word, 'stop') === undefined) words[word] = 'stop';
    }
    const taken = Object.keys(words);
    expect(taken.length).toBeGreaterThan(40_000);
    const match = createConsentWordMatcher(words);
    expect(taken.filter((word) => match(word)?.choice !== 'stop')).toEqual([]);
    const read = await loadConsentReader(words);
    expect(read(parseWebhook(text('é')))).toMatchObject([{}, { choice: 'stop' }]);
  });

  test.each([
    ['S.T.O.P', 's.t.o.p!'],
    ['  chega  ', 'chega'],
    ['não\nquero', 'não quero'],
    ['™', 'TM'],
    [`${'x'.repeat(40)}   `, 'x'.repeat(40)],
  ])('args: the word %j is found in %j', async (word, body) => {
    const read = await loadConsentReader({ [word]: 'stop' });
    expect(read(parseWebhook(text(body)))).toMatchObject([{}, { choice: 'stop', word }]);
  });

  test('args: a word of 40 characters is the longest', async () => {
    const longest = 'x'.repeat(40);
    const read = await loadConsentReader({ [longest]: 'stop' });
    expect(read(parseWebhook(text(longest)))).toMatchObject([{}, { choice: 'stop', word: longest }]);
  });
});
