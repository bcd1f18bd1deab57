import * as account from '../../src/api/account/index.ts';
import type { Contract } from './contract.ts';

const range = { since: 1543543200_000, until: new Date(1544148000_000) };
const item = (extra: object = {}) => ({ data: [{ id: '7', name: 'Lucky Shrub', ...extra }] });

/** The WhatsApp Business Account itself, its users and its webhooks. */
export const accountContracts: readonly Contract[] = [
  {
    name: 'getWaba',
    covers: 'GET /{WABA-ID}',
    call: (client) => account.getWaba(client, { fields: ['currency', 'timezone_id'] }),
    sent: 'GET /1022?fields=currency,timezone_id',
    reply: { id: '1022', currency: 'USD', timezone_id: '1' },
  },
  {
    name: 'updateWaba',
    covers: 'POST /{WABA-ID}',
    call: (client) => account.updateWaba(client, { name: 'Lucky Shrub' }),
    sent: 'POST /1022',
    body: { name: 'Lucky Shrub' },
  },
  {
    name: 'getHealthStatus',
    covers: 'GET /{NODE_ID}?fields=health_status',
    call: (client) => account.getHealthStatus(client),
    sent: 'GET /1061?fields=health_status',
    reply: {
      id: '1061',
      health_status: {
        can_send_message: 'BLOCKED',
        entities: [
          { entity_type: 'WABA', id: '1022', can_send_message: 'BLOCKED', errors: [{ error_code: 141006 }] },
        ],
      },
    },
    result: {
      can_send_message: 'BLOCKED',
      entities: [
        { entity_type: 'WABA', id: '1022', can_send_message: 'BLOCKED', errors: [{ error_code: 141006 }] },
      ],
    },
  },
  {
    name: 'listActivities',
    covers: 'GET /{WABA-ID}/activities',
    call: (client) =>
      account.listActivities(client, {
        since: 1_000_999,
        until: new Date(2_000_000),
        activityTypes: ['USER_ADDED'],
        limit: 1,
      }),
    sent: 'GET /1022/activities?since=1000&until=2000&activity_type=USER_ADDED&limit=1',
    reply: item({ activity_type: 'USER_ADDED', actor_type: 'USER', timestamp: '2026-11-22T00:00:00+0000' }),
  },
  {
    name: 'listSchedules',
    covers: 'GET /{WABA-ID}/schedules',
    call: (client) => account.listSchedules(client, { limit: 1 }),
    sent: 'GET /1022/schedules?limit=1',
    reply: item({ status: 'ACTIVE' }),
  },
  {
    name: 'createSchedule',
    covers: 'POST /{WABA-ID}/schedules',
    call: (client) =>
      account.createSchedule(client, {
        name: 'Hours',
        scheduleType: 'BUSINESS_HOURS',
        startTime: '2026-11-22T09:00:00Z',
        endTime: '2026-11-22T18:00:00Z',
        recurrencePattern: { frequency: 'WEEKLY', end_date: '2026-12-31' },
      }),
    sent: 'POST /1022/schedules',
    body: {
      name: 'Hours',
      schedule_type: 'BUSINESS_HOURS',
      start_time: '2026-11-22T09:00:00Z',
      end_time: '2026-11-22T18:00:00Z',
      recurrence_pattern: { frequency: 'WEEKLY', end_date: '2026-12-31' },
    },
    reply: { id: '7' },
  },
  {
    name: 'listAssignedUsers',
    covers: 'GET /{WhatsApp-Business-Account-ID}/assigned_users',
    call: (client) => account.listAssignedUsers(client, { limit: 1 }),
    sent: 'GET /1022/assigned_users?business=5069&limit=1',
    reply: item({ tasks: ['MANAGE'] }),
  },
  {
    name: 'assignUser',
    covers: 'POST /{WhatsApp-Business-Account-ID}/assigned_users',
    call: (client) => account.assignUser(client, { user: '7', tasks: ['MANAGE', 'MESSAGING'] }),
    sent: 'POST /1022/assigned_users',
    body: { user: '7', tasks: '["MANAGE","MESSAGING"]' },
    specIsWrong: 'the schema types a form field as a list; a form carries text',
  },
  {
    name: 'unassignUser',
    covers: 'DELETE /{WhatsApp-Business-Account-ID}/assigned_users',
    call: (client) => account.unassignUser(client, { user: '7' }),
    sent: 'DELETE /1022/assigned_users',
    body: { user: '7' },
  },
  {
    name: 'listAssignedWabas',
    covers: 'GET /{User-ID}/assigned_whatsapp_business_accounts',
    call: (client) => account.listAssignedWabas(client, { userId: '7', fields: ['name'], limit: 1 }),
    sent: 'GET /7/assigned_whatsapp_business_accounts?fields=name&limit=1',
    reply: item(),
  },
  {
    name: 'listSubscribedApps',
    covers: 'GET /{WABA-ID}/subscribed_apps',
    call: (client) => account.listSubscribedApps(client),
    sent: 'GET /1022/subscribed_apps',
    reply: {
      data: [
        {
          whatsapp_business_api_data: { id: '7', name: 'Lucky Shrub' },
          override_callback_uri: 'https://shop.example/wa',
        },
        { id: '8' },
      ],
    },
    result: [{ id: '7', name: 'Lucky Shrub', override_callback_uri: 'https://shop.example/wa' }, { id: '8' }],
    onePage: true,
  },
  {
    name: 'subscribeApp',
    covers: 'POST /{WABA-ID}/subscribed_apps',
    call: (client) =>
      account.subscribeApp(client, { overrideCallbackUri: 'https://shop.example/wa', verifyToken: 's' }),
    sent: 'POST /1022/subscribed_apps',
    body: { override_callback_uri: 'https://shop.example/wa', verify_token: 's' },
  },
  {
    name: 'unsubscribeApp',
    covers: 'DELETE /{WABA-ID}/subscribed_apps',
    call: (client) => account.unsubscribeApp(client),
    sent: 'DELETE /1022/subscribed_apps',
  },
  {
    name: 'createAppSubscription',
    covers: 'POST /{APP_ID}/subscriptions',
    call: (client) =>
      account.createAppSubscription(client, {
        callbackUrl: 'https://shop.example/wa',
        verifyToken: 's',
        fields: ['messages', 'flows'],
      }),
    sent: 'POST /6349/subscriptions',
    body: {
      object: 'whatsapp_business_account',
      callback_url: 'https://shop.example/wa',
      verify_token: 's',
      fields: 'messages,flows',
    },
  },
  {
    name: 'listAppSubscriptions',
    covers: 'GET /{APP_ID}/subscriptions',
    call: (client) => account.listAppSubscriptions(client),
    sent: 'GET /6349/subscriptions',
    reply: {
      data: [
        {
          object: 'whatsapp_business_account',
          callback_url: 'https://shop.example/wa',
          active: true,
          fields: [],
        },
      ],
    },
    result: [
      {
        object: 'whatsapp_business_account',
        callback_url: 'https://shop.example/wa',
        active: true,
        fields: [],
      },
    ],
    onePage: true,
  },
  {
    name: 'deleteAppSubscription',
    covers: 'DELETE /{APP_ID}/subscriptions',
    call: (client) => account.deleteAppSubscription(client, { fields: ['flows'] }),
    sent: 'DELETE /6349/subscriptions?object=whatsapp_business_account&fields=flows',
  },
];

/** Analytics. */
export const analyticsContracts: readonly Contract[] = [
  {
    name: 'getMessageAnalytics',
    covers: 'GET /{WABA-ID}?fields=analytics',
    call: (client) =>
      account.getMessageAnalytics(client, { ...range, granularity: 'DAY', countryCodes: ['US'] }),
    sent: 'GET /1022?fields=analytics.start(1543543200).end(1544148000).granularity(DAY).country_codes(["US"])',
    reply: { id: '1022', analytics: { data_points: [{ start: 1, end: 2, sent: 3, delivered: 2 }] } },
    result: { granularity: 'DAY', data_points: [{ start: 1, end: 2, sent: 3, delivered: 2 }] },
  },
  {
    name: 'getConversationAnalytics',
    covers: 'GET /{WABA-ID}?fields=conversation_analytics',
    call: (client) =>
      account.getConversationAnalytics(client, {
        ...range,
        granularity: 'MONTHLY',
        dimensions: ['COUNTRY', 'PHONE'],
      }),
    sent: 'GET /1022?fields=conversation_analytics.start(1543543200).end(1544148000).granularity(MONTHLY).dimensions(["COUNTRY","PHONE"])',
    reply: {
      id: '1022',
      conversation_analytics: { data: [{ data_points: [{ start: 1, end: 2, cost: 15.58 }] }] },
    },
    result: [{ start: 1, end: 2, cost: 15.58 }],
  },
  {
    name: 'getPricingAnalytics',
    covers: 'GET /{WABA-ID}?fields=pricing_analytics',
    call: (client) =>
      account.getPricingAnalytics(client, { ...range, granularity: 'DAILY', dimensions: ['TIER'] }),
    sent: 'GET /1022?fields=pricing_analytics.start(1543543200).end(1544148000).granularity(DAILY).dimensions(["TIER"])',
    reply: {
      id: '1022',
      pricing_analytics: { data: [{ data_points: [{ start: 1, end: 2, tier: '0:750000' }] }] },
    },
    result: [{ start: 1, end: 2, tier: '0:750000' }],
  },
];

/** Business portfolio, partners, onboarding. */
export const portfolioContracts: readonly Contract[] = [
  {
    name: 'getBusinessPortfolio',
    covers: 'GET /{Business-ID}',
    call: (client) => account.getBusinessPortfolio(client),
    sent: 'GET /5069?fields=id,name,timezone_id',
    reply: { id: '5069', name: 'Lucky Shrub', timezone_id: 1 },
  },
  {
    name: 'listOwnedWabas',
    covers: 'GET /{Business-ID}/owned_whatsapp_business_accounts',
    call: (client) => account.listOwnedWabas(client, { fields: ['name'], limit: 1 }),
    sent: 'GET /5069/owned_whatsapp_business_accounts?fields=name&limit=1',
    reply: item(),
  },
  {
    name: 'listClientWabas',
    covers: 'GET /{Business-ID}/client_whatsapp_business_accounts',
    call: (client) => account.listClientWabas(client, { fields: ['name'], limit: 1 }),
    sent: 'GET /5069/client_whatsapp_business_accounts?fields=name&limit=1',
    reply: item(),
  },
  {
    name: 'listExtendedCredits',
    covers: 'GET /{Business-ID}/extendedcredits',
    call: (client) => account.listExtendedCredits(client),
    sent: 'GET /5069/extendedcredits?fields=id,legal_entity_name',
    reply: { data: [{ id: '7', legal_entity_name: 'Lucky Shrub' }] },
    result: [{ id: '7', legal_entity_name: 'Lucky Shrub' }],
    onePage: true,
  },
  {
    name: 'listConnectedBusinesses',
    covers: 'GET /{Application-ID}/connected_client_businesses',
    call: (client) => account.listConnectedBusinesses(client, { limit: 1 }),
    sent: 'GET /6349/connected_client_businesses?limit=1',
    reply: item(),
  },
  {
    name: 'getParentBsuidAccounts',
    covers: 'GET https://api.facebook.com/{BUSINESS_ID}/parent-bsuid-accounts',
    call: (client) => account.getParentBsuidAccounts(client),
    sent: 'GET /5069/parent-bsuid-accounts',
    host: 'api.facebook.com',
    reply: { parent_bsuid_account_id: '7', enrolled_business_portfolios: [] },
  },
  {
    name: 'onboardMarketingMessages',
    covers: 'POST /{Business-ID}/onboard_partners_to_mm_lite',
    call: (client) => account.onboardMarketingMessages(client, { solutionId: '3036' }),
    sent: 'POST /5069/onboard_partners_to_mm_lite?solution_id=3036',
    reply: { request_id: 'r1' },
  },
  {
    name: 'exchangeCode',
    covers: 'GET /oauth/access_token',
    call: (client) => account.exchangeCode(client, { code: 'c0de', appSecret: 's3cret' }),
    sent: 'GET /oauth/access_token?client_id=6349&client_secret=s3cret&code=c0de',
    auth: 'none',
    reply: { access_token: 'EAAJB', token_type: 'bearer' },
  },
  {
    name: 'debugToken',
    covers: 'GET /debug_token',
    call: (client) => account.debugToken(client, { inputToken: 'EAAJB' }),
    sent: 'GET /debug_token?input_token=EAAJB',
    reply: { data: { app_id: '6349', is_valid: true, expires_at: 0 } },
    result: { app_id: '6349', is_valid: true, expires_at: 0 },
  },
  {
    name: 'addPortfolioNumber',
    covers: 'POST /{Business-ID}/add_phone_numbers',
    call: (client) => account.addPortfolioNumber(client, { phoneNumber: '+14155552671' }),
    sent: 'POST /5069/add_phone_numbers',
    body: { phone_number: '+14155552671' },
    reply: { id: '1061' },
  },
  {
    name: 'listPreverifiedNumbers',
    covers: 'GET /{Business-ID}/preverified_numbers',
    call: (client) => account.listPreverifiedNumbers(client, { countryCode: 'US', limit: 1 }),
    sent: 'GET /5069/preverified_numbers?country_code=US&limit=1',
    reply: { data: [{ id: '7', verification_status: 'VERIFIED' }] },
  },
  {
    name: 'getPreverifiedNumber',
    covers: 'GET /{Pre-Verified-Phone-Number-ID}',
    call: (client) => account.getPreverifiedNumber(client, { preverifiedId: '7' }),
    sent: 'GET /7',
    reply: { id: '7', is_input_id_valid: true },
  },
  {
    name: 'deletePreverifiedNumber',
    covers: 'DELETE /{Pre-Verified-Phone-Number-ID}',
    call: (client) => account.deletePreverifiedNumber(client, { preverifiedId: '7' }),
    sent: 'DELETE /7',
  },
  {
    name: 'listPreverifiedPartners',
    covers: 'GET /{Pre-Verified-Phone-Number-ID}/partners',
    call: (client) => account.listPreverifiedPartners(client, { preverifiedId: '7', limit: 1 }),
    sent: 'GET /7/partners?limit=1',
    reply: item(),
  },
  {
    name: 'requestPreverifiedCode',
    covers: 'POST /{Pre-Verified-Phone-Number-ID}/request_code',
    call: (client) =>
      account.requestPreverifiedCode(client, { preverifiedId: '7', codeMethod: 'VOICE', language: 'en_US' }),
    sent: 'POST /7/request_code',
    body: { code_method: 'VOICE', language: 'en_US' },
  },
  {
    name: 'verifyPreverifiedCode',
    covers: 'POST /{Pre-Verified-Phone-Number-ID}/verify_code',
    call: (client) => account.verifyPreverifiedCode(client, { preverifiedId: '7', code: '123 830' }),
    sent: 'POST /7/verify_code',
    body: { code: '123830' },
  },
  {
    name: 'sharePreverifiedNumber',
    covers: 'POST /{Business-ID}/share_preverified_numbers',
    call: (client) => account.sharePreverifiedNumber(client, { preverifiedId: '7', partnerBusinessId: '8' }),
    sent: 'POST /5069/share_preverified_numbers',
    body: { preverified_id: '7', partner_business_id: '8' },
  },
  {
    name: 'unsharePreverifiedNumber',
    covers: 'DELETE /{BUSINESS_ID}/share_preverified_numbers',
    call: (client) =>
      account.unsharePreverifiedNumber(client, { preverifiedId: '7', partnerBusinessId: '8' }),
    sent: 'DELETE /5069/share_preverified_numbers',
    body: { preverified_id: '7', partner_business_id: '8' },
  },
  {
    name: 'listSolutions',
    covers: 'GET /{WABA-ID}/solutions',
    call: (client) => account.listSolutions(client, { limit: 1 }),
    sent: 'GET /1022/solutions?limit=1',
    reply: item({ status: 'ACTIVE' }),
  },
  {
    name: 'listAppSolutions',
    covers: 'GET /{Application-ID}/whatsapp_business_solutions',
    call: (client) => account.listAppSolutions(client, { role: 'OWNER', limit: 1 }),
    sent: 'GET /6349/whatsapp_business_solutions?role=OWNER&limit=1',
    reply: item({ status: 'ACTIVE' }),
  },
  {
    name: 'getSolution',
    covers: 'GET /{Solution-ID}',
    call: (client) => account.getSolution(client, { solutionId: '7' }),
    sent: 'GET /7?fields=id,name,status,status_for_pending_request,owner_app,owner_permissions',
    reply: { id: '7', status: 'ACTIVE' },
  },
];

/** Greetings of ads, events, in-app signup. */
export const promotionContracts: readonly Contract[] = [
  {
    name: 'listWelcomeSequences',
    covers: 'GET /{WABA}/welcome_message_sequences',
    call: (client) => account.listWelcomeSequences(client, { limit: 1 }),
    sent: 'GET /1022/welcome_message_sequences?limit=1',
    reply: { data: [{ sequence_id: '7', name: 'Driver Sign up' }] },
  },
  {
    name: 'saveWelcomeSequence',
    covers: 'POST /{WABA}/welcome_message_sequences',
    call: (client) =>
      account.saveWelcomeSequence(client, {
        name: 'Sign-up',
        welcomeMessageSequence: { text: 'Welcome!' },
      }),
    sent: 'POST /1022/welcome_message_sequences',
    body: { name: 'Sign-up', welcome_message_sequence: '{"text":"Welcome!"}' },
    reply: { sequence_id: '7' },
  },
  {
    name: 'deleteWelcomeSequence',
    covers: 'DELETE /{WABA}/welcome_message_sequences',
    call: (client) => account.deleteWelcomeSequence(client, { sequenceId: '7' }),
    sent: 'DELETE /1022/welcome_message_sequences?sequence_id=7',
  },
  {
    name: 'getDataset',
    covers: 'GET /{WABA}/dataset',
    call: (client) => account.getDataset(client),
    sent: 'GET /1022/dataset',
    reply: { data: [{ id: '7' }] },
    result: { id: '7' },
  },
  {
    name: 'createDataset',
    covers: 'POST /{WABA}/dataset',
    call: (client) => account.createDataset(client),
    sent: 'POST /1022/dataset',
    reply: { id: '7' },
  },
  {
    name: 'createSignup',
    covers: 'POST /{WABA}/signups',
    call: (client) =>
      account.createSignup(client, { signupMessage: 'News', policy: { tos: 'v1', accepted: true } }),
    sent: 'POST /1022/signups',
    body: { signup_message: 'News', policy: { tos: 'v1', accepted: true } },
    reply: { id: '7' },
  },
  {
    name: 'listSignups',
    covers: 'GET /{WABA}/signups',
    call: (client) => account.listSignups(client, { limit: 1 }),
    sent: 'GET /1022/signups?limit=1',
    reply: { data: [{ id: '7', status: 'ACTIVE' }] },
  },
  {
    name: 'getSignup',
    covers: 'GET /signups/{ID}',
    call: (client) => account.getSignup(client, { signupId: '7' }),
    sent: 'GET /signups/7',
    reply: { id: '7', status: 'ACTIVE' },
  },
  {
    name: 'updateSignup',
    covers: 'POST /signups/{ID}',
    call: (client) => account.updateSignup(client, { signupId: '7', status: 'DISABLED' }),
    sent: 'POST /signups/7',
    body: { status: 'DISABLED' },
  },
];
