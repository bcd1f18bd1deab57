import { describe, expect, test } from 'vitest';
import { faultViews, toFaultRule, toFaultRuleView } from '../../../src/emulator/control/fault-view.ts';
import { createFaults } from '../../../src/emulator/faults/faults.ts';
import type { FaultRuleView } from '../../../src/emulator/page/protocol/fault-view.ts';
import { createEmulator, type FaultRule } from 'wabakit/emulator';

const overTheWire = (rule: FaultRule): FaultRuleView =>
  JSON.parse(JSON.stringify(toFaultRuleView(rule))) as FaultRuleView;

const call = {
  on: 'api',
  method: 'POST',
  path: '/1/messages',
  to: '55',
  type: 'text',
  template: undefined,
} as const;

describe('toWireRule and toFaultRule', () => {
  test.each<[string, FaultRule]>([
    ['a code', { code: 131000 }],
    ['a code with details', { code: 131000, details: 'Try again in an hour' }],
    [
      'a code with what Meta tells people',
      { code: 190, subcode: 463, userTitle: 'Expired', userMessage: 'Log in' },
    ],
    ['an answer after the call', { delayAfter: 250 }],
    ['a code forced into the reply', { code: 131049, as: 'reply' }],
    ['a code forced into a status', { code: 131000, as: 'status' }],
    ['an HTTP status', { on: 'api', status: 503 }],
    ['a cut before the call', { drop: 'before' }],
    ['a cut after the call', { drop: 'after' }],
    ['a delay', { delay: 250 }],
    ['copies of webhooks', { on: 'webhook', copies: 3 }],
    ['webhooks out of order', { on: 'webhook', reorder: true }],
    ['webhooks in order', { on: 'webhook', reorder: false, delay: 1 }],
    ['effects together', { delay: 20, code: 131000, drop: 'after' }],
    ['effects of webhooks together', { on: 'webhook', delay: 20, copies: 2, reorder: true, drop: 'before' }],
    ['a share and a count', { delay: 1, probability: 0.25, times: 4 }],
    ['a method', { delay: 1, match: { method: 'DELETE' } }],
    ['a part of the path', { delay: 1, match: { path: '/messages' } }],
    ['a pattern', { delay: 1, match: { path: /messages$/ } }],
    ['a pattern with flags', { delay: 1, match: { path: /MESSAGES/iu } }],
    ['a user', { delay: 1, match: { to: '+5511987654321' } }],
    ['a message type', { delay: 1, match: { type: 'image' } }],
    ['a template', { delay: 1, match: { template: 'sale' } }],
    [
      'every match',
      { delay: 1, match: { method: 'POST', path: /a/g, to: '1', type: 'template', template: 'b' } },
    ],
    ['an empty match', { delay: 1, match: {} }],
  ])('default: %s comes back as it was', (_, rule) => {
    expect(toFaultRule(overTheWire(rule))).toEqual(rule);
  });

  test('behavior: a function is shown as its text, and the rule stays in force', () => {
    const faults = createFaults(1, () => undefined);
    faults.add({ code: 131000, match: ({ type }) => type === 'text' });
    expect(faultViews(faults)).toEqual([
      {
        id: '1',
        hits: 0,
        rule: { code: 131000, match: { function: expect.stringContaining('text') as string } },
      },
    ]);
    expect(faults.meet(call)).toMatchObject({ code: 131000 });
    expect(faults.meet({ ...call, type: 'image' })).toBeUndefined();
  });

  test('error: neither a function nor a broken pattern is taken from the page', () => {
    expect(() => toFaultRule({ delay: 1, match: { function: '() => true' } })).toThrow(
      'match is a function, which only a program can give to emulator.injectFault',
    );
    expect(() => toFaultRule({ delay: 1, match: { path: { source: '(', flags: '' } } })).toThrow(
      'match.path /(/ is not a regular expression',
    );
  });

  test('behavior: a rule of the public API matches by a pattern as before', async () => {
    const emulator = await createEmulator();
    const stop = emulator.injectFault({ status: 503, match: { path: /MESSAGES$/i } });
    const send = () =>
      emulator.fetch(`https://graph.facebook.com/v26.0/${emulator.phoneNumberId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.accessToken}` },
      });
    expect((await send()).status).toBe(503);
    stop();
    expect((await send()).status).toBe(400);
  });
});
