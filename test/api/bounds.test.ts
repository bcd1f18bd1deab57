import { describe, expect, test } from 'vitest';
import { createCoreClient } from 'wabakit';
import * as operation from 'wabakit/operations';
import { isUsageError } from '../../src/errors/usage-error.ts';

class Sent extends Error {}

/** Every call that passes the checks ends here. */
const client = createCoreClient({
  transport: { request: () => Promise.reject(new Sent()) },
  phoneNumberId: '1',
  wabaId: '2',
  appId: '3',
});

/** Calls as a program in JavaScript would. Returns `sent`, or path and limit of each issue. */
async function outcomeOf(call: () => unknown): Promise<unknown> {
  const error: unknown = await Promise.resolve()
    .then(call)
    .catch((reason: unknown) => reason);
  if (error instanceof Sent) return 'sent';
  if (isUsageError(error)) return error.issues.map(({ path, limit }) => `${path} ${limit ?? 'no limit'}`);
  return error;
}

const x = (count: number): string => 'x'.repeat(count);
const list = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const account = {
  businessWebsiteUrl: 'https://a.example',
  primaryCountryOfOperation: 'BR',
  primaryLanguage: 'pt',
};
const care = { email: 'a@b.example' };
const compliance = {
  entityName: 'A',
  entityType: 'OTHER',
  entityTypeCustom: 'B',
  grievanceOfficerDetails: { ...care, name: 'C' },
  customerCareDetails: care,
} as const;
const number = { cc: '55', phoneNumber: '11987654321', verifiedName: 'Shop' };
const command = { command_name: 'help', command_description: 'Helps' };
const flowJson = (bytes: number): string => {
  const empty = '{"version":"7.3","screens":[],"x":""}';
  return empty.replace('""}', `"${x(bytes - empty.length)}"}`);
};
const days = { startDate: '2026-11-01', endDate: '2026-11-02' };

type Row = readonly [
  name: string,
  path: string,
  min: number | undefined,
  max: number,
  call: (size: number) => unknown,
];

const rows: readonly Row[] = [
  [
    'about of a profile',
    'about',
    1,
    139,
    (size) => operation.updateBusinessProfile(client, { about: x(size) }),
  ],
  [
    'address of a profile',
    'address',
    undefined,
    256,
    (size) => operation.updateBusinessProfile(client, { address: x(size) }),
  ],
  [
    'description of a profile',
    'description',
    undefined,
    512,
    (size) => operation.updateBusinessProfile(client, { description: x(size) }),
  ],
  [
    'email of a profile',
    'email',
    undefined,
    128,
    (size) => operation.updateBusinessProfile(client, { email: x(size) }),
  ],
  [
    'website of a profile',
    'websites[0]',
    undefined,
    256,
    (size) => operation.updateBusinessProfile(client, { websites: [`https://${x(size - 8)}`] }),
  ],
  [
    'websites of a profile',
    'websites',
    undefined,
    2,
    (size) => operation.updateBusinessProfile(client, { websites: list(size, 'https://a.example') }),
  ],
  [
    'country of an official account',
    'primaryCountryOfOperation',
    1,
    256,
    (size) => operation.applyForOfficialAccount(client, { ...account, primaryCountryOfOperation: x(size) }),
  ],
  [
    'language of an official account',
    'primaryLanguage',
    1,
    256,
    (size) => operation.applyForOfficialAccount(client, { ...account, primaryLanguage: x(size) }),
  ],
  [
    'links of an official account',
    'supportingLinks',
    undefined,
    5,
    (size) =>
      operation.applyForOfficialAccount(client, {
        ...account,
        supportingLinks: list(size, 'https://a.example'),
      }),
  ],
  [
    'name of a company',
    'entityName',
    1,
    128,
    (size) => operation.updateComplianceInfo(client, { ...compliance, entityName: x(size) }),
  ],
  [
    'type of a company',
    'entityTypeCustom',
    1,
    1024,
    (size) => operation.updateComplianceInfo(client, { ...compliance, entityTypeCustom: x(size) }),
  ],
  [
    'email of a company',
    'customerCareDetails.email',
    1,
    128,
    (size) =>
      operation.updateComplianceInfo(client, { ...compliance, customerCareDetails: { email: x(size) } }),
  ],
  [
    'name of an officer',
    'grievanceOfficerDetails.name',
    1,
    128,
    (size) =>
      operation.updateComplianceInfo(client, {
        ...compliance,
        grievanceOfficerDetails: { ...care, name: x(size) },
      }),
  ],
  [
    'text of a new QR code',
    'prefilledMessage',
    1,
    140,
    (size) => operation.createQrCode(client, { prefilledMessage: x(size) }),
  ],
  [
    'text of a QR code',
    'prefilledMessage',
    1,
    140,
    (size) => operation.updateQrCode(client, { code: 'A', prefilledMessage: x(size) }),
  ],
  [
    'code of a QR code',
    'code',
    1,
    14,
    (size) => operation.updateQrCode(client, { code: x(size), prefilledMessage: 'A' }),
  ],
  [
    'subject of a new group',
    'subject',
    1,
    128,
    (size) => operation.createGroup(client, { subject: x(size) }),
  ],
  [
    'subject of a group',
    'subject',
    1,
    128,
    (size) => operation.updateGroup(client, { groupId: '1', subject: x(size) }),
  ],
  [
    'description of a group',
    'description',
    undefined,
    2048,
    (size) => operation.createGroup(client, { subject: 'A', description: x(size) }),
  ],
  [
    'participants to remove',
    'participants',
    1,
    8,
    (size) =>
      operation.removeGroupParticipants(client, { groupId: '1', participants: list(size, { user: '+1' }) }),
  ],
  [
    'picture of a group',
    'picture',
    undefined,
    5_242_880,
    (size) =>
      operation.setGroupPicture(client, {
        groupId: '1',
        picture: new Blob([new Uint8Array(size)], { type: 'image/jpeg' }),
      }),
  ],
  [
    'message of a signup',
    'signupMessage',
    1,
    300,
    (size) => operation.createSignup(client, { signupMessage: x(size) }),
  ],
  [
    'confirmation of a signup',
    'confirmationMessage',
    1,
    300,
    (size) => operation.createSignup(client, { confirmationMessage: x(size) }),
  ],
  [
    'promo code of a signup',
    'promoCode',
    undefined,
    50,
    (size) => operation.createSignup(client, { promoCode: x(size) }),
  ],
  [
    'name of a signup',
    'displayName',
    1,
    256,
    (size) => operation.createSignup(client, { displayName: x(size) }),
  ],
  ['username', 'username', 3, 35, (size) => operation.setUsername(client, { username: x(size) })],
  [
    'display name',
    'displayName',
    2,
    75,
    (size) => operation.requestDisplayName(client, { displayName: x(size) }),
  ],
  [
    'name of a new number',
    'verifiedName',
    2,
    75,
    (size) => operation.createPhoneNumber(client, { ...number, verifiedName: x(size) }),
  ],
  [
    'webhook URL of a number',
    'overrideCallbackUri',
    undefined,
    200,
    (size) => operation.overrideWebhook(client, { overrideCallbackUri: `https://${x(size - 8)}` }),
  ],
  [
    'webhook URL of an account',
    'overrideCallbackUri',
    undefined,
    200,
    (size) =>
      operation.subscribeApp(client, { overrideCallbackUri: `https://${x(size - 8)}`, verifyToken: 'A' }),
  ],
  [
    'webhook URL of an app',
    'callbackUrl',
    undefined,
    200,
    (size) =>
      operation.createAppSubscription(client, {
        callbackUrl: `https://${x(size - 8)}`,
        verifyToken: 'A',
        fields: [],
      }),
  ],
  [
    'ice breakers',
    'prompts',
    undefined,
    4,
    (size) => operation.updateConversationalAutomation(client, { prompts: list(size, 'A') }),
  ],
  [
    'text of an ice breaker',
    'prompts[0]',
    1,
    80,
    (size) => operation.updateConversationalAutomation(client, { prompts: [x(size)] }),
  ],
  [
    'commands',
    'commands',
    undefined,
    30,
    (size) => operation.updateConversationalAutomation(client, { commands: list(size, command) }),
  ],
  [
    'name of a command',
    'commands[0].command_name',
    undefined,
    32,
    (size) =>
      operation.updateConversationalAutomation(client, { commands: [{ ...command, command_name: x(size) }] }),
  ],
  [
    'description of a command',
    'commands[0].command_description',
    1,
    256,
    (size) =>
      operation.updateConversationalAutomation(client, {
        commands: [{ ...command, command_description: x(size) }],
      }),
  ],
  [
    'templates to archive',
    'templateIds',
    1,
    100,
    (size) => operation.archiveTemplates(client, { templateIds: list(size, '1') }),
  ],
  [
    'templates to unarchive',
    'templateIds',
    1,
    100,
    (size) => operation.unarchiveTemplates(client, { templateIds: list(size, '1') }),
  ],
  [
    'templates to delete',
    'templateIds',
    1,
    100,
    (size) => operation.deleteTemplates(client, { templateIds: list(size, '1') }),
  ],
  [
    'templates to migrate',
    'templateIds',
    1,
    500,
    (size) => operation.migrateTemplates(client, { sourceWabaId: '1', templateIds: list(size, '1') }),
  ],
  [
    'size of a migration',
    'count',
    1,
    500,
    (size) => operation.migrateTemplates(client, { sourceWabaId: '1', count: size }),
  ],
  [
    'templates of an analysis',
    'templateIds',
    1,
    10,
    (size) => operation.getTemplateAnalytics(client, { ...days, templateIds: list(size, '1') }).next(),
  ],
  [
    'groups of an analysis',
    'templateGroupIds',
    1,
    10,
    (size) =>
      operation.getTemplateGroupAnalytics(client, { ...days, templateGroupIds: list(size, '1') }).next(),
  ],
  [
    'name of a template group',
    'name',
    undefined,
    256,
    (size) => operation.createTemplateGroup(client, { name: '😀'.repeat(size), templateIds: ['1'] }),
  ],
  [
    'description of a template group',
    'description',
    undefined,
    512,
    (size) =>
      operation.createTemplateGroup(client, {
        name: 'A',
        description: '😀'.repeat(size),
        templateIds: ['1'],
      }),
  ],
  [
    'bytes of a Flow JSON',
    'flowJson',
    undefined,
    10_485_760,
    (size) => operation.uploadFlowJson(client, { flowId: '1', flowJson: flowJson(size) }),
  ],
];

describe.each(rows)('%s', (_name, path, min, max, call) => {
  const within = [min, max - 1, max].filter((size) => size !== undefined);
  test.each([...new Set(within)])('args: %i is allowed', async (size) => {
    expect(await outcomeOf(() => call(size))).toBe('sent');
  });
  const beyond = [[max + 1, max], ...(min === undefined ? [] : [[min - 1, min]])];
  test.each(beyond)('error: %i is beyond the limit %i, and nothing is sent', async (size = 0, limit) => {
    const outcome = await outcomeOf(() => call(size));
    expect(outcome).toEqual(expect.arrayContaining([expect.stringMatching(`^${RegExp.escape(path)} `)]));
    // What names the range names its upper end.
    expect([`${path} ${limit}`, `${path} ${max}`].some((one) => (outcome as string[]).includes(one))).toBe(
      true,
    );
  });
});

const digits = (count: number): string => '1'.repeat(count);
const refused = (path: string) => [`${path} no limit`];

test.each([
  ['a PIN', 'pin', 6, 6, (size: number) => operation.setPin(client, { pin: digits(size) })],
  [
    'a PIN of a registration',
    'pin',
    6,
    6,
    (size: number) => operation.registerPhoneNumber(client, { pin: digits(size) }),
  ],
  ['a code', 'code', 6, 6, (size: number) => operation.verifyCode(client, { code: digits(size) })],
  [
    'a calling code',
    'cc',
    1,
    3,
    (size: number) => operation.createPhoneNumber(client, { ...number, cc: digits(size) }),
  ],
  [
    'a number',
    'phoneNumber',
    4,
    14,
    (size: number) => operation.createPhoneNumber(client, { ...number, phoneNumber: digits(size) }),
  ],
] as const)('args: %s (%s) has %i to %i digits', async (_name, path, min, max, call) => {
  expect(await Promise.all([min, max].map((size) => outcomeOf(() => call(size))))).toEqual(['sent', 'sent']);
  for (const size of [min - 1, max + 1]) expect(await outcomeOf(() => call(size))).toEqual(refused(path));
});

test('args: a registration keeps messages for an hour or more, in whole minutes', async () => {
  const keep = (retention: number) =>
    outcomeOf(() => operation.registerPhoneNumber(client, { pin: '123456', retention }));
  const hour = 3_600_000;
  expect([await keep(hour), await keep(hour + 60_000)]).toEqual(['sent', 'sent']);
  expect(await keep(hour - 60_000)).toEqual([`retention ${hour}`]);
  expect(await keep(hour + 59_999)).toEqual(refused('retention'));
});
