import { describe, expect, test } from 'vitest';
import { entryFace } from '../../../src/emulator/page/panels/entry-face.ts';
import { faultWords } from '../../../src/emulator/page/panels/fault-words.ts';
import { readFaultForm } from '../../../src/emulator/page/panels/read-fault-form.ts';
import type { FaultRuleView } from '../../../src/emulator/page/protocol/fault-view.ts';
import { scene } from './scene.ts';

const form = (values: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

describe('entryFace', () => {
  test('default: what it was, where it went, how it ended', () => {
    expect(scene().journal.map(entryFace)).toEqual([
      { verb: 'HOOK', title: 'text', state: '200 ×2', tone: 'good' },
      { verb: 'POST', title: '/106540352242922/messages', state: '200', tone: 'good' },
      { verb: 'HOOK', title: 'delivered', state: '500', tone: 'bad' },
      { verb: 'POST', title: '/106540352242922/messages', state: '400', tone: 'bad' },
      { verb: 'HOOK', title: 'read', state: 'no URL', tone: 'wait' },
    ]);
  });

  test('behavior: a cut call, and a webhook that nobody took, are bad', () => {
    const [hook, call] = scene().journal;
    if (call?.kind !== 'request' || hook?.kind !== 'webhook') throw new Error('the scene has both');
    expect(entryFace({ ...call, status: undefined })).toMatchObject({ state: 'cut', tone: 'bad' });
    const attempts = [{ at: 1, status: undefined, error: 'connection refused', milliseconds: 1 }];
    expect(entryFace({ ...hook, attempts })).toMatchObject({ state: 'connection refused', tone: 'bad' });
    expect(entryFace({ ...hook, attempts: [] })).toMatchObject({ state: 'waits', tone: 'wait' });
  });
});

describe('faultWords', () => {
  test.each<[FaultRuleView, string]>([
    [{ on: 'api', delay: 3000 }, 'Calls: 3000 ms late'],
    [{ on: 'api', drop: 'before', times: 1 }, 'Calls: lost, once'],
    [{ drop: 'after' }, 'Calls: lost after they were carried out'],
    [{ on: 'webhook', drop: 'after' }, 'Webhooks: lost'],
    [
      { on: 'webhook', match: { path: 'statuses' }, copies: 2, probability: 0.5, times: 3 },
      'Webhooks (statuses): 2 times, 50 % of them, 3 times at most',
    ],
    [{ on: 'webhook', match: { to: '55' }, reorder: true }, 'Webhooks (for 55): out of order'],
    [
      { on: 'api', match: { path: '/messages' }, code: 130429 },
      'Calls (/messages): answered with error 130429',
    ],
    [
      { code: 190, subcode: 463, userTitle: 'Expired', userMessage: 'Log in' },
      'Calls: answered with error 190 (subcode 463) (Expired; Log in)',
    ],
    [{ delayAfter: 300 }, 'Calls: answered 300 ms after they were carried out'],
    [{ on: 'api', status: 503 }, 'Calls: answered with HTTP 503'],
    [
      { delay: 10, code: 131000, as: 'reply' },
      'Calls: 10 ms late and answered with error 131000 in the reply',
    ],
    [
      {
        match: { method: 'POST', type: 'template', template: 'sale' },
        code: 131049,
        as: 'status',
        details: 'x',
      },
      'Calls (POST type template template sale): failed later with error 131049 (x)',
    ],
    [{ match: { path: { source: 'mess.*', flags: 'i' } }, delay: 5 }, 'Calls (/mess.*/i): 5 ms late'],
    [{ match: { function: '() => true' }, delay: 5 }, 'Calls (those that () => true picks): 5 ms late'],
  ])('default: %j', (rule, words) => {
    expect(faultWords(rule)).toBe(words);
  });
});

describe('readFaultForm', () => {
  test('default: an error with its subcode and the texts for people', () => {
    const data = form({
      effect: 'error',
      amount: '190',
      subcode: '463',
      details: 'd',
      userTitle: 'Expired',
      userMessage: 'Log in again',
      as: 'reply',
    });
    expect(readFaultForm(data)).toEqual({
      on: 'api',
      code: 190,
      subcode: 463,
      details: 'd',
      userTitle: 'Expired',
      userMessage: 'Log in again',
      as: 'reply',
    });
  });

  test('default: an empty form is a call two seconds late', () => {
    expect(readFaultForm(new FormData())).toEqual({
      on: 'api',
      delay: 2000,
    });
  });

  test('behavior: everything that is filled in counts', () => {
    const data = form({
      on: 'webhook',
      match: ' messages ',
      waId: '55',
      effect: 'duplicate',
      amount: '3',
      percent: '25',
      times: '7',
    });
    expect(readFaultForm(data)).toEqual({
      on: 'webhook',
      match: { path: 'messages', to: '55' },
      copies: 3,
      probability: 0.25,
      times: 7,
    });
  });

  test.each([
    ['error', '131056', { code: 131056 }],
    ['error', '', { code: 131000 }],
    ['status', '502', { status: 502 }],
    ['drop', '', { drop: 'before' }],
    ['dropAfter', '', { drop: 'after' }],
    ['reorder', '', { reorder: true }],
    ['late', '300', { delayAfter: 300 }],
  ])('behavior: %s %s', (effect, amount, expected) => {
    expect(readFaultForm(form({ effect, amount }))).toEqual({ on: 'api', ...expected });
  });
});
