import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient, isUsageError } from 'wabakit';
import { everywhere, keenest, nameOf } from '../attacks/poison-values.ts';
import { isWabakitError } from '../../src/errors/base-error.ts';

let sent = 0;
const wa = createClient({
  accessToken: 'EAAtoken1234567890',
  phoneNumberId: '106',
  wabaId: '102',
  appId: '104',
  businessPortfolioId: '103',
  fetch: () => {
    sent += 1;
    return Promise.resolve(Response.json({}));
  },
});

type Call = (...args: readonly unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === 'function';
const operations = Object.entries(wa).flatMap(([room, own]: [string, unknown]) =>
  typeof own === 'object' && own !== null && room !== 'graph'
    ? Object.entries(own).flatMap(([name, call]: [string, unknown]): [string, Call][] =>
        isCall(call) ? [[`${room}.${name}`, call]] : [],
      )
    : [],
);

/** Calls an operation as JavaScript may, and returns what it throws. */
async function getError(call: Call, input: unknown): Promise<unknown> {
  try {
    const result = call(input);
    if (typeof result === 'object' && result !== null && Symbol.asyncIterator in result)
      await Array.fromAsync(result as AsyncIterable<unknown>);
    else await result;
    return undefined;
  } catch (error) {
    return error;
  }
}

const inputs: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['{}', {}],
  ['a number', 5],
  ['a text', 'x'],
  ...[undefined, null, 5, true, '', 'x', {}, []].map(
    (value) => [`${JSON.stringify(value)} for each parameter`, everywhere(value)] as const,
  ),
  ...keenest.flatMap((value) => [
    [`${nameOf(value)} for each parameter`, everywhere(value)] as const,
    [`lists of objects of ${nameOf(value)} for each parameter`, everywhere([everywhere(value)])] as const,
  ]),
];

describe('every operation', () => {
  test('default: there are as many as the client has', () => {
    expect(operations.length).toBeGreaterThan(180);
  });

  test.each(inputs)(
    'error: called with %s, none fails with anything but an error of wabakit',
    async (_, input) => {
      const foreign: string[] = [];
      for (const [name, call] of operations) {
        const error = await getError(call, input);
        if (error !== undefined && !isWabakitError(error)) foreign.push(`${name}: ${inspect(error)}`);
      }
      expect(foreign).toEqual([]);
    },
  );
});

/** The lists and objects that operations need, by the name of the parameter. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'account.getReachEstimate': ['countries'],
  'account.enrollMaxPriceBusinesses': ['endBusinessIds'],
  'account.removeMaxPriceBusinesses': ['endBusinessIds'],
  'account.createAppSubscription': ['fields'],
  'account.assignUser': ['tasks'],
  'blockedUsers.block': ['users'],
  'blockedUsers.unblock': ['users'],
  'calls.connect': ['session'],
  'calls.preAccept': ['session'],
  'calls.accept': ['session'],
  'commerce.updateComplianceInfo': ['grievanceOfficerDetails', 'customerCareDetails'],
  'flows.create': ['categories'],
  'groups.approveJoinRequests': ['joinRequests'],
  'groups.rejectJoinRequests': ['joinRequests'],
  'groups.removeParticipants': ['participants'],
  'messages.sendContacts': ['contacts'],
  'templates.createGroup': ['templateIds'],
  'templates.getAnalytics': ['templateIds'],
  'templates.getGroupAnalytics': ['templateGroupIds'],
  'templates.edit': ['definition'],
  'templates.setOptimization': ['optimizationSpec'],
  'templates.deleteMany': ['templateIds'],
  'templates.upsertAuthentication': ['definition', 'languages'],
  'templates.archive': ['templateIds'],
  'templates.unarchive': ['templateIds'],
  'templates.apply': ['steps'],
};

test.each(Object.entries(needed))(
  'error: %s without %j names it, and nothing is sent',
  async (name, paths) => {
    const [, call] = operations.find(([one]) => one === name) ?? [];
    for (const value of [undefined, null, 5, 'x']) {
      sent = 0;
      const error = call && (await getError(call, Object.fromEntries(paths.map((path) => [path, value]))));
      const named = isUsageError(error) ? error.issues.map(({ path }) => path) : [error];
      expect(named, JSON.stringify(value)).toEqual(expect.arrayContaining([...paths]));
      expect(sent).toBe(0);
    }
  },
);
