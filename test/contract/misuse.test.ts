import { describe, expect, test } from 'vitest';
import * as account from '../../src/api/account/index.ts';
import { blockUsers, unblockUsers } from '../../src/api/blocked-users/index.ts';
import { updateBusinessProfile, updateProfileNode } from '../../src/api/business-profile/index.ts';
import { connectCall, getCallPermission } from '../../src/api/calls/index.ts';
import { makeCoreClient } from '../helpers/core-client.ts';
import { updateComplianceInfo } from '../../src/api/commerce/index.ts';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { createFlow, uploadFlowJson } from '../../src/api/flows/index.ts';
import * as groups from '../../src/api/groups/index.ts';
import { createQrCode, updateQrCode } from '../../src/api/links/index.ts';
import { applyForOfficialAccount } from '../../src/api/official-account/index.ts';
import * as numbers from '../../src/api/phone-numbers/index.ts';
import { controlThread } from '../../src/api/routing/index.ts';
import type { Client } from '../../src/transport/transport.ts';

const client = makeCoreClient({
  accessToken: 'TOKEN',
  phoneNumberId: '1061',
  wabaId: '1022',
  appId: '6',
  baseUrl: 'http://127.0.0.1:9',
});
const session = { sdp_type: 'offer', sdp: 'v=0' } as const;
const contact = { email: 'a@b.example' };
const compliance = {
  entityName: 'A',
  grievanceOfficerDetails: { ...contact, name: 'B' },
  customerCareDetails: contact,
};
const application = {
  businessWebsiteUrl: 'https://a.example',
  primaryCountryOfOperation: 'India',
  primaryLanguage: 'Hindi',
};

type Case = readonly [
  what: string,
  path: string,
  limit: number | undefined,
  call: (client: Client) => Promise<unknown> | AsyncGenerator<unknown>,
];

const cases: readonly Case[] = [
  ['a long about', 'about', 139, (c) => updateBusinessProfile(c, { about: 'a'.repeat(140) })],
  [
    'three websites',
    'websites',
    2,
    (c) => updateBusinessProfile(c, { websites: ['https://a', 'https://b', 'https://c'] }),
  ],
  [
    'a bare website',
    'websites[0]',
    undefined,
    (c) => updateBusinessProfile(c, { websites: ['www.a.example'] }),
  ],
  ['a long e-mail', 'email', 128, (c) => updateProfileNode(c, { profileId: '7', email: 'a'.repeat(129) })],
  [
    'six supporting links',
    'supportingLinks',
    5,
    (c) =>
      applyForOfficialAccount(c, { ...application, supportingLinks: Array<string>(6).fill('https://a') }),
  ],
  ['a long QR text', 'prefilledMessage', 140, (c) => createQrCode(c, { prefilledMessage: 'a'.repeat(141) })],
  ['an empty QR text', 'prefilledMessage', 1, (c) => updateQrCode(c, { code: 'A', prefilledMessage: '' })],
  ['nobody to block', 'users', 1, (c) => blockUsers(c, { users: [] })],
  ['a user without id', 'users[0]', undefined, (c) => blockUsers(c, { users: [{}] })],
  ['a parent id', 'users[0]', undefined, (c) => unblockUsers(c, { users: [{ user_id: 'US.ENT.1181' }] })],
  [
    'OTHER without words',
    'entityTypeCustom',
    undefined,
    (c) => updateComplianceInfo(c, { ...compliance, entityType: 'OTHER' }),
  ],
  ['a PIN of 5', 'pin', undefined, (c) => numbers.setPin(c, { pin: '12345' })],
  ['a PIN of letters', 'pin', undefined, (c) => numbers.registerPhoneNumber(c, { pin: 'abcdef' })],
  ['a code of 4', 'code', undefined, (c) => numbers.verifyCode(c, { code: '12-34' })],
  [
    'a language name',
    'language',
    undefined,
    (c) => numbers.requestCode(c, { codeMethod: 'SMS', language: 'English' }),
  ],
  [
    'a plus in cc',
    'cc',
    undefined,
    (c) => numbers.createPhoneNumber(c, { cc: '+1', phoneNumber: '4155552671', verifiedName: 'AB' }),
  ],
  ['a one-letter name', 'displayName', 2, (c) => numbers.requestDisplayName(c, { displayName: 'A' })],
  [
    'an http webhook',
    'overrideCallbackUri',
    undefined,
    (c) => numbers.overrideWebhook(c, { overrideCallbackUri: 'http://a' }),
  ],
  [
    'a long webhook',
    'overrideCallbackUri',
    200,
    (c) => account.subscribeApp(c, { overrideCallbackUri: `https://${'a'.repeat(200)}` }),
  ],
  [
    'an http app webhook',
    'callbackUrl',
    undefined,
    (c) => account.createAppSubscription(c, { callbackUrl: 'http://a', verifyToken: 's', fields: [] }),
  ],
  ['a short username', 'username', 3, (c) => numbers.setUsername(c, { username: 'ab' })],
  ['a username of digits', 'username', undefined, (c) => numbers.setUsername(c, { username: '12345' })],
  ['a username with two dots', 'username', undefined, (c) => numbers.setUsername(c, { username: 'a..b' })],
  [
    'a username like a domain',
    'username',
    undefined,
    (c) => numbers.setUsername(c, { username: 'acme.com' }),
  ],
  [
    'five ice breakers',
    'prompts',
    4,
    (c) => numbers.updateConversationalAutomation(c, { prompts: ['a', 'b', 'c', 'd', 'e'] }),
  ],
  [
    'a slash command',
    'commands[0].command_name',
    undefined,
    (c) =>
      numbers.updateConversationalAutomation(c, {
        commands: [{ command_name: '/a', command_description: 'b' }],
      }),
  ],
  [
    'a private key',
    'publicKey',
    undefined,
    (c) => numbers.setEncryptionKey(c, { publicKey: '-----BEGIN PRIVATE KEY-----' }),
  ],
  [
    'two settings',
    'settings',
    1,
    (c) => numbers.updateSettings(c, { calling: {}, storageConfiguration: {} }),
  ],
  ['a parent contact', 'bsuid', undefined, (c) => numbers.deleteContact(c, { bsuid: 'US.ENT.1181' })],
  ['a long group name', 'subject', 128, (c) => groups.createGroup(c, { subject: 'a'.repeat(129) })],
  [
    'a long group text',
    'description',
    2048,
    (c) => groups.updateGroup(c, { groupId: 'g', description: 'a'.repeat(2049) }),
  ],
  [
    'a PNG for a group',
    'picture',
    undefined,
    (c) => groups.setGroupPicture(c, { groupId: 'g', picture: new Blob([], { type: 'image/png' }) }),
  ],
  [
    'no join request',
    'joinRequests',
    1,
    (c) => groups.approveJoinRequests(c, { groupId: 'g', joinRequests: [] }),
  ],
  [
    'nine participants',
    'participants',
    8,
    (c) =>
      groups.removeGroupParticipants(c, {
        groupId: 'g',
        participants: Array<object>(9).fill({ user: '+1' }),
      }),
  ],
  [
    'both ids of one person',
    'participants[0]',
    undefined,
    (c) =>
      groups.removeGroupParticipants(c, { groupId: 'g', participants: [{ user: '+1', user_id: 'US.1' }] }),
  ],
  ['a call to nobody', 'to', 1, (c) => connectCall(c, { session })],
  [
    'long callback data',
    'callbackData',
    512,
    (c) => connectCall(c, { to: '+1', session, callbackData: 'a'.repeat(513) }),
  ],
  ['two permissions', 'waId', 1, (c) => getCallPermission(c, { waId: '1', recipient: 'US.1' })],
  ['a pass to nobody', 'controlPass', undefined, (c) => controlThread(c, { action: 'pass', to: '+1' })],
  [
    'a long note',
    'metadata',
    2000,
    (c) => controlThread(c, { action: 'take', to: '+1', metadata: 'a'.repeat(2001) }),
  ],
  ['a Flow without category', 'categories', 1, (c) => createFlow(c, { name: 'A', categories: [] })],
  [
    'a huge Flow',
    'flowJson',
    10_485_760,
    (c) => uploadFlowJson(c, { flowId: 'f', flowJson: 'a'.repeat(10_485_761) }),
  ],
  ['a long account name', 'name', 100, (c) => account.updateWaba(c, { name: 'a'.repeat(101) })],
  ['a user without task', 'tasks', 1, (c) => account.assignUser(c, { user: '7', tasks: [] })],
  [
    'an empty range',
    'until',
    undefined,
    (c) => account.getPricingAnalytics(c, { since: 2, until: 1, granularity: 'DAILY' }),
  ],
  ['a promo code with a dash', 'promoCode', undefined, (c) => account.createSignup(c, { promoCode: 'A-1' })],
  ['no portfolio', 'businessPortfolioId', undefined, (c) => account.getBusinessPortfolio(c)],
  [
    'a time that is none',
    'since',
    undefined,
    (c) => account.getMessageAnalytics(c, { since: new Date('soon'), until: 1, granularity: 'DAY' }),
  ],
  ['a list until NaN', 'until', undefined, (c) => account.listActivities(c, { until: Number.NaN })],
  [
    'a retention of a minute',
    'retention',
    3_600_000,
    (c) => numbers.registerPhoneNumber(c, { pin: '123456', retention: 60_000 }),
  ],
  [
    'a retention with seconds',
    'retention',
    undefined,
    (c) => numbers.registerPhoneNumber(c, { pin: '123456', retention: 3_601_000 }),
  ],
  ['a list without portfolio', 'businessPortfolioId', undefined, (c) => account.listOwnedWabas(c)],
  ['users without portfolio', 'businessPortfolioId', undefined, (c) => account.listAssignedUsers(c)],
  ['a misspelt field', 'abuot', undefined, (c) => updateBusinessProfile(c, { abuot: 'Hi' } as never)],
];

describe('error: is refused before it is sent', () => {
  test.each(cases)('args: %s', async (_, path, limit, call) => {
    const called = call(client);
    const result = 'next' in called ? called.next() : called;
    await expect(result).rejects.toSatisfy(
      (error) => isUsageError(error) && error.issues[0]?.path === path && error.issues[0].limit === limit,
      `a UsageError of ${path}, limit ${limit}`,
    );
  });
});
