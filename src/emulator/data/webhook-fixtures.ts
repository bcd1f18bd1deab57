import type { WebhookFixtureKind } from '../webhooks/webhook-fixture-kind.ts';

// DATA. One example of each kind of webhook value. The shapes are Meta's (webhook reference of December 2025, changelog to October 2026); names,
// numbers and texts are made up. Confidence: high for fields with a public example, medium for those that Meta describes in words only
// (account_offboarded, username revoked, disconnection_info). The keys are `field` or `field.kind`; `statuses.` stands for the field messages.

const timestamp = '1793620800';
const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
const base = { messaging_product: 'whatsapp', metadata } as const;
const contacts = [{ profile: { name: 'Ana Almeida' }, wa_id: '5511987654321' }];
const from = '5511987654321';
const wamidIn = 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFDNBMDAwMDAwMDAwMDAwMDAwMDAxAA==';
const wamidOut = 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjAwMDAwMDAwMDAwMDAwMDAwMQA=';
const context = { from: '15550783881', id: wamidOut };
const groupId = 'Y2FwaV9ncm91cDoxNTU1MDc4Mzg4MToxMjAzNjMwMDAwMDAwMDAwMDE';
const file = {
  mime_type: 'image/jpeg',
  sha256: 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=',
  id: '1003383421387256',
};
const template = {
  message_template_id: 1_689_556_908_129_832,
  message_template_name: 'order_update',
  message_template_language: 'en',
};
const wabaInfo = { waba_id: '102290129340398', owner_business_id: '2729063490586005' };
const call = { id: 'wacid.ABGGFjFVU2AfAgo6V', to: '15550783881', from, timestamp };
const flow_id = '6627390910605886';

const message = (type: string, content: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  ...base,
  contacts,
  messages: [{ from, id: wamidIn, timestamp, ...more, type, [type]: content }],
});

const status = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...base,
  statuses: [{ id: wamidOut, status: name, timestamp, recipient_id: from, ...more }],
});

const failed = (code: number, title: string, details: string) =>
  status('failed', {
    errors: [
      {
        code,
        title,
        message: title,
        error_data: { details },
        href: '/documentation/business-messaging/whatsapp/support/error-codes',
      },
    ],
  });

const group = (type: string, more: Readonly<Record<string, unknown>>) => ({
  ...base,
  groups: [{ timestamp, group_id: groupId, type, ...more }],
});

const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };

/** Values of webhooks by kind. */
export const webhookFixtures = {
  'messages.text': message('text', { body: 'Where is my order?' }),
  'messages.text.ad': message(
    'text',
    { body: 'Can I get more info on this?' },
    {
      referral: {
        source_url: 'https://fb.me/emulated',
        source_id: '120226305854810726',
        source_type: 'ad',
        headline: 'Chat with us',
        body: 'Summer sale',
        media_type: 'image',
        image_url: 'https://scontent.example/ad.jpg',
        ctwa_clid: 'Aff-emulated',
      },
    },
  ),
  'messages.text.product': message(
    'text',
    { body: 'Is it still available?' },
    {
      context: {
        ...context,
        referred_product: { catalog_id: '194836987003835', product_retailer_id: 'SKU-1' },
      },
    },
  ),
  'messages.text.bsuid': {
    ...base,
    contacts: [{ profile: { name: 'Ana Almeida', username: 'ana' }, user_id: 'BR.13491208655302741918' }],
    messages: [
      { from_user_id: 'BR.13491208655302741918', id: wamidIn, timestamp, type: 'text', text: { body: 'Hi' } },
    ],
  },
  'messages.text.group': message('text', { body: 'What does everyone think?' }, { group_id: groupId }),
  'messages.image': message('image', { ...file, caption: 'The parcel' }),
  'messages.video': message('video', { ...file, mime_type: 'video/mp4' }),
  'messages.audio': message('audio', { ...file, mime_type: 'audio/ogg; codecs=opus', voice: true }),
  'messages.document': message('document', {
    ...file,
    mime_type: 'application/pdf',
    filename: 'invoice.pdf',
  }),
  'messages.sticker': message('sticker', { ...file, mime_type: 'image/webp', animated: false }),
  'messages.location': message('location', {
    latitude: -23.5505,
    longitude: -46.6333,
    name: 'Centro',
    address: 'São Paulo',
  }),
  'messages.contacts': message('contacts', [
    {
      name: { formatted_name: 'Ben Bauer', first_name: 'Ben' },
      phones: [{ phone: '+49 1511 2345678', wa_id: '4915112345678', type: 'CELL' }],
    },
  ]),
  'messages.reaction': message('reaction', { message_id: wamidOut, emoji: '👍' }),
  'messages.button': message('button', { payload: 'Thanks', text: 'Thanks' }, { context }),
  'messages.interactive.button_reply': message(
    'interactive',
    { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
    { context },
  ),
  'messages.interactive.list_reply': message(
    'interactive',
    { type: 'list_reply', list_reply: { id: 'fast', title: 'Express', description: 'Next day' } },
    { context },
  ),
  'messages.interactive.flow': message(
    'interactive',
    {
      type: 'nfm_reply',
      nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"unused","rating":"5"}' },
    },
    { context },
  ),
  'messages.interactive.call_permission': message(
    'interactive',
    {
      type: 'call_permission_reply',
      call_permission_reply: {
        response: 'accept',
        is_permanent: false,
        expiration_timestamp: 1_794_225_600,
        response_source: 'user_action',
      },
    },
    { context },
  ),
  'messages.order': message('order', {
    catalog_id: '194836987003835',
    text: 'Please',
    product_items: [{ product_retailer_id: 'SKU-1', quantity: 2, item_price: 30, currency: 'USD' }],
  }),
  'messages.system.user_changed_number': message('system', {
    body: 'User Ana Almeida changed from 5511987654321 to 5511912345678',
    wa_id: '5511912345678',
    type: 'user_changed_number',
  }),
  'messages.edit': message('edit', {
    original_message_id: wamidIn,
    message: { type: 'text', text: { body: 'Where is order A-17?' } },
  }),
  'messages.revoke': message('revoke', { original_message_id: wamidIn }),
  'messages.unsupported': {
    ...base,
    contacts,
    messages: [
      {
        from,
        id: wamidIn,
        timestamp,
        errors: [
          {
            code: 131051,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is currently not supported.' },
          },
        ],
        type: 'unsupported',
      },
    ],
  },
  'messages.errors': {
    ...base,
    errors: [
      {
        code: 130429,
        title: 'Rate limit hit',
        message: 'Rate limit hit',
        error_data: {
          details: 'Too many messages were sent from this phone number in a short period of time',
        },
        href: '/documentation/business-messaging/whatsapp/support/error-codes',
      },
    ],
  },
  'messages.user_actions': {
    ...base,
    user_actions: [
      {
        action_type: 'marketing_messages_link_click',
        timestamp,
        marketing_messages_link_click_data: {
          click_component: 'cta',
          click_id: 'click-1',
          tracking_token: 'token-1',
        },
      },
    ],
  },
  'statuses.sent': status('sent', { pricing }),
  'statuses.delivered': status('delivered', { pricing }),
  'statuses.read': status('read'),
  'statuses.played': status('played'),
  'statuses.failed': failed(131026, 'Message undeliverable', 'Message Undeliverable.'),
  'statuses.failed.131049': failed(
    131049,
    'This message was not delivered to maintain healthy ecosystem engagement.',
    'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  ),
  'statuses.group': status('delivered', {
    recipient_id: groupId,
    recipient_type: 'group',
    participant_recipient_id: from,
    pricing: { ...pricing, category: 'group_utility' },
  }),
  'statuses.payment': status('captured', {
    type: 'payment',
    payment: {
      reference_id: 'A-17',
      amount: { value: 21_000, offset: 100 },
      currency: 'INR',
      transaction: {
        id: 'order_1',
        type: 'razorpay',
        status: 'success',
        created_timestamp: 1_793_620_790,
        updated_timestamp: 1_793_620_800,
      },
    },
  }),
  user_preferences: {
    ...base,
    contacts: [{ wa_id: from }],
    user_preferences: [
      {
        wa_id: from,
        detail: 'User requested to stop marketing messages',
        category: 'marketing_messages',
        value: 'stop',
        timestamp: 1_793_620_800,
      },
    ],
  },
  'message_template_status_update.approved': {
    event: 'APPROVED',
    ...template,
    reason: 'NONE',
    message_template_category: 'UTILITY',
  },
  'message_template_status_update.rejected': {
    event: 'REJECTED',
    ...template,
    reason: 'INVALID_FORMAT',
    message_template_category: 'UTILITY',
    rejection_info: {
      reason: 'Two parameters stand side by side.',
      recommendation: 'Put text between them.',
    },
  },
  'message_template_status_update.paused': {
    event: 'PAUSED',
    ...template,
    reason: 'NONE',
    message_template_category: 'UTILITY',
    other_info: {
      title: 'FIRST_PAUSE',
      description: 'Your template has been paused for 3 hours because it had issues.',
    },
  },
  message_template_quality_update: {
    previous_quality_score: 'GREEN',
    new_quality_score: 'YELLOW',
    ...template,
  },
  message_template_components_update: {
    ...template,
    message_template_element: 'Hi {{1}}, order {{2}} is on its way.',
    message_template_footer: 'Emulated Shop',
  },
  'template_category_update.impending': {
    ...template,
    new_category: 'UTILITY',
    correct_category: 'MARKETING',
    category_update_timestamp: 1_793_707_200,
  },
  'template_category_update.completed': {
    ...template,
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  },
  template_correct_category_detection: { ...template, category: 'UTILITY', correct_category: 'MARKETING' },
  account_alerts: {
    entity_type: 'BUSINESS',
    entity_id: '2729063490586005',
    alert_info: {
      alert_severity: 'WARNING',
      alert_status: 'ACTIVE',
      alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
      alert_description: 'Limits cannot be raised for your business yet.',
    },
  },
  account_review_update: { decision: 'APPROVED' },
  account_settings_update: {
    messaging_product: 'whatsapp',
    timestamp,
    type: 'phone_number_settings',
    phone_number_settings: {
      phone_number_id: '106540352242922',
      calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' },
    },
  },
  'account_update.account_deleted': { event: 'ACCOUNT_DELETED' },
  'account_update.account_offboarded': { event: 'ACCOUNT_OFFBOARDED', phone_number: '15550783881' },
  'account_update.account_violation': {
    event: 'ACCOUNT_VIOLATION',
    violation_info: { violation_type: 'SCAM' },
  },
  'account_update.account_restriction': {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1_793_880_000 }],
    violation_info: { violation_type: 'SPAM' },
  },
  'account_update.disabled_update': {
    event: 'DISABLED_UPDATE',
    ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'November 9, 2026' },
  },
  'account_update.partner_added': {
    event: 'PARTNER_ADDED',
    waba_info: { ...wabaInfo, solution_id: '1715120619246906' },
  },
  'account_update.partner_removed': {
    event: 'PARTNER_REMOVED',
    phone_number: '15550783881',
    disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' },
  },
  'account_update.mm_lite_terms_signed': { event: 'MM_LITE_TERMS_SIGNED', waba_info: wabaInfo },
  'account_update.auth_international': {
    event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
    auth_international_rate_eligibility: {
      start_time: 1_796_212_800,
      exception_countries: [{ country_code: 'ID', start_time: 1_798_891_200 }],
    },
  },
  'account_update.primary_location': { event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', country: 'BR' },
  'account_update.volume_tier': {
    event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
    volume_tier_info: {
      tier_update_time: 1_793_620_800,
      pricing_category: 'UTILITY',
      tier: '25000001:50000000',
      effective_month: '2026-11',
      region: 'India',
    },
  },
  automatic_events: {
    ...base,
    automatic_events: [
      {
        id: wamidIn,
        event_name: 'Purchase',
        timestamp: 1_793_620_800,
        ctwa_clid: 'Aff-emulated',
        custom_data: { currency: 'USD', value: 25_000 },
      },
    ],
  },
  business_capability_update: { max_daily_conversations_per_business: 2_000, max_phone_numbers_per_waba: 25 },
  'business_username_updates.approved': {
    display_phone_number: '15550783881',
    username: 'emulated.shop',
    status: 'approved',
  },
  'business_username_updates.revoked': {
    display_phone_number: '15550783881',
    username: 'emulated.shop',
    status: 'deleted',
    context: 'revoked',
  },
  'calls.connect': {
    ...base,
    contacts,
    calls: [
      {
        ...call,
        event: 'connect',
        direction: 'USER_INITIATED',
        session: { sdp_type: 'offer', sdp: 'v=0\r\n' },
      },
    ],
  },
  'calls.terminate': {
    ...base,
    calls: [
      {
        ...call,
        event: 'terminate',
        direction: 'USER_INITIATED',
        status: 'COMPLETED',
        start_time: '1793620680',
        end_time: '1793620800',
        duration: 120,
      },
    ],
  },
  'calls.status': {
    ...base,
    statuses: [{ id: call.id, timestamp, type: 'call', status: 'RINGING', recipient_id: from }],
  },
  'flows.status_change': {
    event: 'FLOW_STATUS_CHANGE',
    message: 'Flow survey changed status from DRAFT to PUBLISHED',
    flow_id,
    old_status: 'DRAFT',
    new_status: 'PUBLISHED',
  },
  'flows.endpoint_availability': {
    event: 'ENDPOINT_AVAILABILITY',
    message: 'The endpoint answered 75% of the calls of the last 10 minutes.',
    flow_id,
    alert_state: 'ACTIVATED',
    availability: 75,
    threshold: 90,
  },
  'flows.endpoint_latency': {
    event: 'ENDPOINT_LATENCY',
    message: 'The endpoint is slow.',
    flow_id,
    p90_latency: 8_000,
    p50_latency: 500,
    requests_count: 34,
    threshold: 7_000,
    alert_state: 'ACTIVATED',
  },
  'flows.version_expiry': {
    event: 'FLOW_VERSION_EXPIRY_WARNING',
    warning: 'The version of this Flow freezes in 21 days.',
    flow_id,
  },
  'group_lifecycle_update.create': group('group_create', {
    request_id: 'request-1',
    subject: 'Neighbours',
    invite_link: 'https://chat.whatsapp.com/emulated',
    join_approval_mode: 'auto_approve',
  }),
  'group_participants_update.join': group('group_participants_add', {
    reason: 'invite_link',
    added_participants: [{ wa_id: from }],
  }),
  'group_participants_update.request': group('group_join_request_created', {
    join_request_id: 'join-1',
    wa_id: from,
  }),
  'group_participants_update.leave': group('group_participants_remove', {
    initiated_by: 'participant',
    removed_participants: [{ wa_id: from }],
  }),
  group_settings_update: group('group_settings_update', {
    request_id: 'request-1',
    group_subject: { text: 'Neighbours', update_successful: true },
  }),
  group_status_update: group('group_suspend', {}),
  history: {
    ...base,
    history: [
      {
        metadata: { phase: 0, chunk_order: 1, progress: 55 },
        threads: [
          {
            id: from,
            messages: [
              {
                from,
                id: wamidIn,
                timestamp,
                type: 'text',
                text: { body: 'Hi' },
                history_context: { status: 'READ' },
              },
            ],
          },
        ],
      },
    ],
  },
  'history.declined': {
    ...base,
    history: [
      {
        errors: [
          {
            code: 2_593_109,
            title: 'History sync is turned off by the business',
            message: 'History sync is turned off by the business',
            error_data: { details: 'History sharing is turned off by the business' },
          },
        ],
      },
    ],
  },
  messaging_handovers: {
    messaging_product: 'whatsapp',
    sender: { phone_number: from },
    recipient: metadata,
    type: 'control_passed',
    timestamp,
    control_passed: {
      previous_owner_role: 'ai_agent',
      new_owner_role: 'escalation',
      metadata: 'wants a person',
    },
  },
  partner_solutions: {
    event: 'SOLUTION_CREATED',
    solution_id: '774485461512159',
    solution_status: 'INITIATED',
  },
  payment_configuration_update: {
    configuration_name: 'razorpay-test',
    provider_name: 'razorpay',
    provider_mid: 'acc_emulated',
    status: 'Needs Testing',
    created_timestamp: 1_793_620_700,
    updated_timestamp: 1_793_620_800,
  },
  phone_number_name_update: {
    display_phone_number: '15550783881',
    decision: 'APPROVED',
    requested_verified_name: 'Emulated Shop',
    rejection_reason: null,
  },
  phone_number_quality_update: {
    display_phone_number: '15550783881',
    event: 'THROUGHPUT_UPGRADE',
    current_limit: 'TIER_UNLIMITED',
  },
  security: { display_phone_number: '15550783881', event: 'PIN_CHANGED', requester: '61555822107539' },
  smb_app_state_sync: {
    ...base,
    state_sync: [
      {
        type: 'contact',
        contact: { full_name: 'Ana Almeida', first_name: 'Ana', phone_number: from },
        action: 'add',
        metadata: { timestamp },
      },
    ],
  },
  smb_message_echoes: {
    ...base,
    message_echoes: [
      { from: '15550783881', to: from, id: wamidOut, timestamp, type: 'text', text: { body: 'On its way' } },
    ],
  },
  standby: {
    ...base,
    standby: {
      message_echoes: [
        {
          id: wamidOut,
          timestamp,
          message: {
            messaging_product: 'whatsapp',
            to: from,
            recipient_type: 'individual',
            type: 'text',
            text: { body: 'On its way' },
          },
        },
      ],
    },
  },
} as const satisfies Readonly<Record<WebhookFixtureKind, Readonly<Record<string, unknown>>>>;
