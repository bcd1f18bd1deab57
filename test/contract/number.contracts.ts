import { getBusinessProfile } from '../../src/api/business-profile/get-business-profile.ts';
import { getProfileNode } from '../../src/api/business-profile/get-profile-node.ts';
import { updateBusinessProfile } from '../../src/api/business-profile/update-business-profile.ts';
import { updateProfileNode } from '../../src/api/business-profile/update-profile-node.ts';
import { applyForOfficialAccount } from '../../src/api/official-account/apply-for-official-account.ts';
import { getOfficialAccountReview } from '../../src/api/official-account/get-official-account-review.ts';
import { getOfficialAccount } from '../../src/api/official-account/get-official-account.ts';
import * as numbers from '../../src/api/phone-numbers/index.ts';
import type { Contract } from './contract.ts';

const profile = {
  about: 'Succulent specialists!',
  address: '1 Hacker Way, Menlo Park, CA 94025',
  vertical: 'RETAIL',
  websites: ['https://www.luckyshrub.com/'],
} as const;

const application = {
  businessWebsiteUrl: 'https://www.luckyshrub.com',
  primaryCountryOfOperation: 'United States of America',
  primaryLanguage: 'English',
  supportingLinks: ['https://www.retailreview.com/gardening/2025/lucky-shrub'],
};

const publicKey = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';
const bsuid = 'US.13491208655302741918';

/** Business profile, official account and phone numbers. */
export const numberContracts: readonly Contract[] = [
  {
    name: 'getBusinessProfile',
    covers: 'GET /{Phone-Number-ID}/whatsapp_business_profile',
    call: (client) => getBusinessProfile(client),
    sent: 'GET /1061/whatsapp_business_profile?fields=about,address,description,email,profile_picture_url,websites,vertical',
    reply: { data: [{ ...profile, messaging_product: 'whatsapp' }] },
    result: { ...profile, messaging_product: 'whatsapp' },
  },
  {
    name: 'updateBusinessProfile',
    covers: 'POST /{Phone-Number-ID}/whatsapp_business_profile',
    call: (client) => updateBusinessProfile(client, profile),
    sent: 'POST /1061/whatsapp_business_profile',
    body: { messaging_product: 'whatsapp', ...profile },
  },
  {
    name: 'getProfileNode',
    covers: 'GET /{WhatsApp-Business-Profile-ID}',
    call: (client) => getProfileNode(client, { profileId: '77', fields: ['about', 'account_name'] }),
    sent: 'GET /77?fields=about,account_name',
    reply: { id: '77', about: 'Hi', account_name: 'Lucky Shrub' },
  },
  {
    name: 'updateProfileNode',
    covers: 'POST /{WhatsApp-Business-Profile-ID}',
    call: (client) => updateProfileNode(client, { profileId: '77', about: 'Open on Sundays' }),
    sent: 'POST /77',
    body: { messaging_product: 'whatsapp', about: 'Open on Sundays' },
  },
  {
    name: 'getOfficialAccount',
    covers: 'GET /{Phone-Number-ID}?fields=official_business_account',
    call: (client) => getOfficialAccount(client),
    sent: 'GET /1061?fields=official_business_account',
    reply: { official_business_account: { oba_status: 'NOT_STARTED' }, id: '1061' },
    result: { oba_status: 'NOT_STARTED' },
  },
  {
    name: 'getOfficialAccountReview',
    covers: 'GET /{Phone-Number-ID}/official_business_account',
    call: (client) => getOfficialAccountReview(client),
    sent: 'GET /1061/official_business_account?fields=id,oba_status,status_message',
    reply: { id: '1061', oba_status: 'PENDING', status_message: 'under review' },
  },
  {
    name: 'applyForOfficialAccount',
    covers: 'POST /{Phone-Number-ID}/official_business_account',
    call: (client) => applyForOfficialAccount(client, application),
    sent: 'POST /1061/official_business_account',
    body: {
      business_website_url: 'https://www.luckyshrub.com',
      primary_country_of_operation: 'United States of America',
      primary_language: 'English',
      supporting_links: ['https://www.retailreview.com/gardening/2025/lucky-shrub'],
    },
    specIsWrong: "the specification wants an action; Meta's guide documents the body that is sent",
  },
  {
    name: 'listPhoneNumbers',
    covers: 'GET /{WABA-ID}/phone_numbers',
    call: (client) =>
      numbers.listPhoneNumbers(client, { fields: ['id', 'status'], sort: 'creation_time.asc', limit: 2 }),
    sent: 'GET /1022/phone_numbers?fields=id,status&sort=creation_time.asc&limit=2',
    reply: { data: [{ id: '1061', status: 'CONNECTED' }] },
  },
  {
    name: 'getPhoneNumber',
    covers: 'GET /{Phone-Number-ID}',
    call: (client) => numbers.getPhoneNumber(client, { fields: ['quality_rating'] }),
    sent: 'GET /1061?fields=quality_rating',
    reply: { id: '1061', quality_rating: 'GREEN' },
  },
  {
    name: 'getAccountNumber',
    covers: 'GET /{WhatsApp-Account-Number-ID}',
    call: (client) => numbers.getAccountNumber(client, { accountNumberId: '88', fields: ['status'] }),
    sent: 'GET /88?fields=status',
    reply: { id: '88', status: 'CONNECTED' },
  },
  {
    name: 'createPhoneNumber',
    covers: 'POST /{WABA-ID}/phone_numbers',
    call: (client) =>
      numbers.createPhoneNumber(client, {
        cc: '1',
        phoneNumber: '4155552671',
        verifiedName: 'Lucky Shrub',
      }),
    sent: 'POST /1022/phone_numbers',
    body: { cc: '1', phone_number: '4155552671', verified_name: 'Lucky Shrub' },
    reply: { id: '1102' },
  },
  {
    name: 'requestCode',
    covers: 'POST /{Phone-Number-ID}/request_code',
    call: (client) => numbers.requestCode(client, { codeMethod: 'SMS', language: 'en_US' }),
    sent: 'POST /1061/request_code',
    body: { code_method: 'SMS', language: 'en_US' },
  },
  {
    name: 'verifyCode',
    covers: 'POST /{Phone-Number-ID}/verify_code',
    call: (client) => numbers.verifyCode(client, { code: '123-830' }),
    sent: 'POST /1061/verify_code',
    body: { code: '123830' },
  },
  {
    name: 'registerPhoneNumber',
    covers: 'POST /{Phone-Number-ID}/register',
    call: (client) => numbers.registerPhoneNumber(client, { pin: '212834', retention: 3_600_000 }),
    sent: 'POST /1061/register',
    body: { messaging_product: 'whatsapp', pin: '212834', meta_store_retention_minutes: 60 },
  },
  {
    name: 'deregisterPhoneNumber',
    covers: 'POST /{Phone-Number-ID}/deregister',
    call: (client) => numbers.deregisterPhoneNumber(client),
    sent: 'POST /1061/deregister',
  },
  {
    name: 'setPin',
    covers: 'POST /{Phone-Number-ID}',
    otherExamples: 'they show the answer to a message',
    call: (client) => numbers.setPin(client, { pin: '150954' }),
    sent: 'POST /1061',
    body: { pin: '150954' },
  },
  {
    name: 'requestDisplayName',
    covers: 'POST /{Phone-Number-ID}?new_display_name=',
    call: (client) => numbers.requestDisplayName(client, { displayName: 'Lucky & Shrub' }),
    sent: 'POST /1061?new_display_name=Lucky & Shrub',
  },
  {
    name: 'setSearchVisibility',
    covers: 'POST /{Phone-Number-ID}',
    otherExamples: 'they show the answer to a message',
    call: (client) => numbers.setSearchVisibility(client, { searchVisibility: 'HIDDEN' }),
    sent: 'POST /1061',
    body: { search_visibility: 'HIDDEN' },
  },
  {
    name: 'overrideWebhook',
    covers: 'POST /{Phone-Number-ID}',
    otherExamples: 'they show the answer to a message',
    call: (client) =>
      numbers.overrideWebhook(client, {
        overrideCallbackUri: 'https://shop.example/wa',
        verifyToken: 'secret',
      }),
    sent: 'POST /1061',
    body: {
      webhook_configuration: { override_callback_uri: 'https://shop.example/wa', verify_token: 'secret' },
    },
  },
  {
    name: 'getSettings',
    covers: 'GET /{Phone-Number-ID}/settings',
    call: (client) => numbers.getSettings(client, { includeSipCredentials: true }),
    sent: 'GET /1061/settings?include_sip_credentials=true',
    reply: { calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' } },
  },
  {
    name: 'updateSettings',
    covers: 'POST /{Phone-Number-ID}/settings',
    call: (client) =>
      numbers.updateSettings(client, { userIdentityChange: { enable_identity_key_check: true } }),
    sent: 'POST /1061/settings',
    body: { user_identity_change: { enable_identity_key_check: true } },
    specIsWrong:
      "the specification names the switch `enabled`; Meta's guide names it enable_identity_key_check",
  },
  {
    name: 'getUsername',
    covers: 'GET /{Phone-Number-ID}/username',
    call: (client) => numbers.getUsername(client),
    sent: 'GET /1061/username',
    reply: { username: '@lucky.shrub', status: 'approved' },
    result: { username: 'lucky.shrub', status: 'approved' },
  },
  {
    name: 'setUsername',
    covers: 'POST /{Phone-Number-ID}/username',
    call: (client) =>
      numbers.setUsername(client, { username: 'lucky.shrub', transferAction: 'force_transfer' }),
    sent: 'POST /1061/username',
    body: { username: 'lucky.shrub', transfer_action: 'force_transfer' },
    reply: { status: 'reserved' },
  },
  {
    name: 'deleteUsername',
    covers: 'DELETE /{Phone-Number-ID}/username',
    call: (client) => numbers.deleteUsername(client),
    sent: 'DELETE /1061/username',
  },
  {
    name: 'getUsernameSuggestions',
    covers: 'GET /{Phone-Number-ID}/username_suggestions',
    call: (client) => numbers.getUsernameSuggestions(client),
    sent: 'GET /1061/username_suggestions',
    reply: { data: [{ username_suggestions: ['luckyshrub', 'lucky.shrub'] }, 'shrub.lucky'] },
    result: ['luckyshrub', 'lucky.shrub', 'shrub.lucky'],
  },
  {
    name: 'getConversationalAutomation',
    covers: 'GET /{Phone-Number-ID}?fields=conversational_automation',
    call: (client) => numbers.getConversationalAutomation(client),
    sent: 'GET /1061?fields=conversational_automation',
    reply: { id: '1061', conversational_automation: { prompts: ['Plan a trip'] } },
    result: { prompts: ['Plan a trip'] },
  },
  {
    name: 'updateConversationalAutomation',
    covers: 'POST /{Phone-Number-ID}/conversational_automation',
    call: (client) =>
      numbers.updateConversationalAutomation(client, {
        prompts: ['Plan a trip'],
        commands: [{ command_name: 'hours', command_description: 'When we are open' }],
      }),
    sent: 'POST /1061/conversational_automation',
    body: {
      prompts: ['Plan a trip'],
      commands: [{ command_name: 'hours', command_description: 'When we are open' }],
    },
  },
  {
    name: 'getBot',
    covers: 'GET /{WABA-Bot-ID}',
    call: (client) => numbers.getBot(client, { botId: '99' }),
    sent: 'GET /99?fields=id,prompts,commands',
    reply: { id: '99', prompts: ['Plan a trip'] },
  },
  {
    name: 'getEncryptionKey',
    covers: 'GET /{Phone-Number-ID}/whatsapp_business_encryption',
    call: (client) => numbers.getEncryptionKey(client),
    sent: 'GET /1061/whatsapp_business_encryption',
    reply: { data: [{ business_public_key: publicKey, business_public_key_signature_status: 'VALID' }] },
    result: { business_public_key: publicKey, business_public_key_signature_status: 'VALID' },
  },
  {
    name: 'setEncryptionKey',
    covers: 'POST /{Phone-Number-ID}/whatsapp_business_encryption',
    call: (client) => numbers.setEncryptionKey(client, { publicKey: publicKey }),
    sent: 'POST /1061/whatsapp_business_encryption',
    body: { business_public_key: publicKey.replaceAll('\n', '\r\n') },
  },
  {
    name: 'syncAppData',
    covers: 'POST /{Phone-Number-ID}/smb_app_data',
    call: (client) => numbers.syncAppData(client, { syncType: 'history' }),
    sent: 'POST /1061/smb_app_data',
    body: { messaging_product: 'whatsapp', sync_type: 'history' },
    reply: { messaging_product: 'whatsapp', request_id: 'r1' },
  },
  {
    name: 'deleteContact',
    covers: 'DELETE /{Phone-Number-ID}/contact_book',
    call: (client) => numbers.deleteContact(client, { bsuid }),
    sent: `DELETE /1061/contact_book?messaging_product=whatsapp&bsuid=${bsuid}`,
    reply: { messaging_product: 'whatsapp', success: true, deleted: true },
    result: undefined,
  },
  {
    name: 'listMessageHistory',
    covers: 'GET /{Phone-Number-ID}/message_history',
    call: (client) => numbers.listMessageHistory(client, { wamid: 'wamid.A', limit: 5 }),
    sent: 'GET /1061/message_history?message_id=wamid.A&fields=id,message_id,events&limit=5',
    reply: {
      data: [{ id: '1', message_id: 'wamid.A', events: { data: [{ id: '2', delivery_status: 'READ' }] } }],
    },
  },
  {
    name: 'listMessageHistoryEvents',
    covers: 'GET /{Message-History-ID}/events',
    call: (client) => numbers.listMessageHistoryEvents(client, { messageHistoryId: '1', status: 'READ' }),
    sent: 'GET /1/events?status_filter=READ',
    reply: {
      data: [{ cursor: 'c', node: { id: '2', delivery_status: 'READ', occurrence_timestamp: 1640995200 } }],
    },
    result: [{ id: '2', delivery_status: 'READ', occurrence_timestamp: 1640995200 }],
  },
];
