import { describe, expect, test } from 'vitest';
import { type WebhookEvent, parseWebhook } from 'wabakit/webhooks';
import { getBody, messagesBody, place, readBody, statusesBody, textMessage } from './helpers.ts';

const only = (body: string): WebhookEvent => {
  const [event, ...rest] = parseWebhook(body);
  if (event === undefined || rest.length > 0) throw new Error(`${rest.length} events more`);
  return event;
};

/** What the events of Meta's examples say of themselves, beside the wire object. */
const expectations: Readonly<Record<string, object>> = {
  'messages.text': { kind: 'message', type: 'text', text: { body: 'Does it come in another color?' } },
  'messages.image': {
    kind: 'message',
    type: 'image',
    image: { caption: 'Taj Mahal', mime_type: 'image/jpeg' },
  },
  'messages.audio': { kind: 'message', type: 'audio', audio: { voice: true } },
  'messages.video': { kind: 'message', type: 'video' },
  'messages.document': { kind: 'message', type: 'document' },
  'messages.sticker': { kind: 'message', type: 'sticker', sticker: { animated: true } },
  'messages.location': {
    kind: 'message',
    type: 'location',
    location: { latitude: expect.any(Number) as number },
  },
  'messages.contacts': { kind: 'message', type: 'contacts' },
  'messages.interactive.button-reply': {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'change-button', title: 'Change' } },
    context: { from: '15550783881', id: 'wamid.HBgLMTY0NjcwNDM1OTUVAgARGBJBM0Y4RUU0RUNFQkFDMjYzQUMA' },
  },
  'messages.interactive.list-reply': {
    interactive: {
      type: 'list_reply',
      list_reply: { id: 'priority_express', description: 'Next Day to 2 Days' },
    },
  },
  'messages.interactive.nfm-reply.flow': { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow' } } },
  'messages.interactive.call-permission-reply.accept': {
    interactive: {
      type: 'call_permission_reply',
      call_permission_reply: { response: 'accept', is_permanent: false },
    },
  },
  'messages.interactive.payment-method': {
    interactive: { type: 'payment_method', payment_method: { reference_id: 'pix_test_webhook' } },
  },
  'messages.order': { type: 'order' },
  'messages.reaction': { type: 'reaction' },
  'messages.system.user-changed-number': {
    type: 'system',
    system: { wa_id: '12195555358' },
    waId: '16505551234',
  },
  'messages.system.user-changed-user-id': {
    type: 'system',
    system: { user_id: 'US.99991208655302741000' },
    bsuid: 'US.13491208655302741918',
  },
  'messages.unsupported.edit': {
    type: 'unsupported',
    unsupported: { type: 'edit' },
    errors: [{ code: 131051 }],
  },
  'messages.edit': { type: 'edit', edit: { message: { type: 'image', context: { id: 'M0' } } } },
  'messages.revoke': { type: 'revoke' },
  'messages.text.ad-referral': { referral: { source_type: 'ad', source_id: '120226305854810726' } },
  'messages.text.bsuid-only': {
    waId: undefined,
    bsuid: 'US.13491208655302741918',
    parentBsuid: 'US.ENT.11815799212886844830',
    contact: { profile: { name: 'Sheena Nelson', username: '@realsheenanelson' } },
  },
  'messages.group-text': {
    waId: '16505551234',
    groupId: 'HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA',
  },
  'messages.conversation-context': {
    conversationContext: { type: 'summary', summary: { text: 'Customer asked about order status.' } },
  },
  'messages.errors': { kind: 'error', code: 130429, title: 'Rate limit hit', at: undefined },
  'messages.user-actions.link-click': {
    kind: 'userAction',
    action: 'marketing_messages_link_click',
    at: 1_750_101_001_000,
  },
  'messages.user-actions.landing-page-view': { kind: 'userAction', action: 'landing_page_view' },
  'statuses.failed.131049': {
    kind: 'status',
    status: 'failed',
    errors: [{ code: 131049 }],
    waId: '16505551234',
  },
  'statuses.delivered.bsuid-with-phone': {
    status: 'delivered',
    bsuid: 'US.13491208655302741918',
    parentBsuid: 'US.ENT.11815799212886844830',
    pricing: { pricing_model: 'PMP', category: 'marketing' },
    contact: { wa_id: '16505551234' },
  },
  'statuses.delivered.paid-exempt-direct-send': { templateId: expect.any(String) as string },
  'statuses.group.read.pricing': {
    status: 'read',
    waId: '16505551234',
    groupId: 'Y2FwaV9ncm91cDoxOTUwNTU1MDA3OToxMjAzNjMzOTQzMjAdOTY0MTUZD',
    pricing: { category: 'group_marketing' },
  },
  'statuses.payment.success': {
    kind: 'paymentStatus',
    status: 'captured',
    referenceId: 'reference-id-value',
    payment: { amount: { value: 21_000, offset: 100 }, currency: 'INR' },
  },
  'calls.call-created': {
    kind: 'call',
    event: 'call_created',
    waId: '16505551234',
    bsuid: 'US.13491208655302741918',
  },
  'calls.connect.bsuid': { kind: 'call', waId: undefined, bsuid: 'US.13491208655302741918' },
  'calls.connect.user-initiated': { direction: 'USER_INITIATED', waId: '16315553602' },
  'calls.connect.business-initiated': { direction: 'BUSINESS_INITIATED', waId: '16315553602' },
  'calls.recording-available': {
    event: 'call_recording_available',
    waId: '16505551234',
    direction: undefined,
  },
  'calls.terminate.completed': {
    event: 'terminate',
    waId: '12185552828',
    startedAt: 1_671_644_824_000,
    endedAt: 1_671_644_944_000,
    errors: undefined,
  },
  'calls.terminate.failed': {
    waId: '16315553602',
    errors: [{ code: 138021 }],
    callbackData: 'random_string',
  },
  'calls.status.ringing': {
    kind: 'callStatus',
    status: 'RINGING',
    callId: 'wacid.ABGGFjFVU2AfAgo6V',
    callbackData: 'random_string',
  },
  'user_preferences.stop.bsuid': {
    kind: 'consent',
    choice: 'stop',
    category: 'marketing_messages',
    source: 'preference',
    bsuid: 'US.13491208655302741918',
    at: 1_731_705_721_000,
  },
  'user_preferences.resume': { kind: 'consent', choice: 'resume', waId: '16505551234' },
  user_id_update: {
    kind: 'userIdChange',
    bsuid: 'US.99991208655302741000',
    previousBsuid: 'US.13491208655302741918',
    previousParentBsuid: 'US.ENT.11815799212886844830',
    contact: { wa_id: '16505551234' },
  },
  smb_app_state_sync: { kind: 'contactSync', action: 'add', waId: '16505551234', at: 1_739_321_024_000 },
  'automatic_events.purchase': {
    kind: 'conversion',
    name: 'Purchase',
    at: 1_749_069_131_000,
    raw: { custom_data: { currency: 'USD', value: 25_000 } },
  },
  'history.chunk.bsuid': {
    kind: 'history',
    phase: 1,
    chunkOrder: 2,
    progress: 80,
    threads: [
      {
        waId: undefined,
        bsuid: 'US.13491208655302741918',
        username: '@pablomorales',
        messages: [{ direction: 'inbound', status: 'READ', text: { body: 'Thanks!' } }],
      },
    ],
  },
  'history.declined': { kind: 'history', threads: [], errors: [{ code: 2_593_109 }] },
  'history.media': { kind: 'historyMessage', type: 'image', direction: 'inbound', status: undefined },
  smb_message_echoes: { kind: 'messageEcho', type: 'text', waId: '16505551234' },
  'smb_message_echoes.bsuid': { kind: 'messageEcho', waId: undefined, bsuid: 'US.13491208655302741918' },
  'standby.message-echoes': { kind: 'standbyEcho', waId: '16505551234', message: { type: 'text' } },
  'messaging_handovers.control-passed': {
    kind: 'handover',
    type: 'control_passed',
    phoneNumberId: place.phoneNumberId,
    waId: '16505551234',
    previousOwnerRole: 'ai_agent',
    newOwnerRole: 'escalation',
    conversationContext: { summary: { text: 'Customer wants a refund for order 123.' } },
  },
  'messaging_handovers.control-taken': { type: 'control_taken', newOwnerRole: 'escalation' },
  'group_lifecycle_update.create': { kind: 'groupLifecycle', type: 'group_create', requestId: 'REQ_123' },
  'group_participants_update.join-request': {
    kind: 'groupParticipants',
    type: 'group_join_request_created',
    waId: '16505551234',
    parentBsuid: 'US.ENT.11815799212886844830',
    at: 1_750_101_000_000,
  },
  'group_settings_update.partial-failure': { kind: 'groupSettings', errors: [{ code: 131201 }] },
  'group_status_update.suspend': { kind: 'groupStatus', type: 'group_suspend' },
  'account_update.partner-added': {
    kind: 'accountUpdate',
    event: 'PARTNER_ADDED',
    wabaId: '980198427658004',
    businessPortfolioId: '2329417887457253',
    entryId: '2949482758682047',
  },
  'account_update.restriction.direct-send': {
    event: 'ACCOUNT_RESTRICTION',
    at: 1_750_101_000_000,
    wabaId: place.wabaId,
    raw: { restriction_info: [{ restriction_type: 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES' }] },
  },
  account_alerts: { kind: 'accountAlert', entityType: 'BUSINESS', entityId: '506914307656634' },
  account_review_update: { kind: 'accountReview', decision: 'APPROVED', at: 1_739_321_024_000 },
  account_settings_update: {
    kind: 'accountSettings',
    phoneNumberId: place.phoneNumberId,
    at: 1_671_644_824_000,
  },
  business_capability_update: { kind: 'businessCapability', wabaId: undefined, entryId: '524126980791429' },
  partner_solutions: {
    kind: 'partnerSolution',
    event: 'SOLUTION_CREATED',
    solutionId: '774485461512159',
    status: 'INITIATED',
    entryId: '506914307656634',
  },
  payment_configuration_update: {
    kind: 'paymentConfiguration',
    name: 'razorpay-prod',
    status: 'Needs Testing',
    createdAt: 1_748_827_100_000,
    updatedAt: 1_749_320_300_000,
  },
  phone_number_quality_update: {
    kind: 'phoneNumberQuality',
    event: 'THROUGHPUT_UPGRADE',
    messagingLimit: 'TIER_UNLIMITED',
    displayPhoneNumber: place.displayPhoneNumber,
  },
  phone_number_name_update: { kind: 'phoneNumberName', decision: 'APPROVED', requestedName: 'Lucky Shrub' },
  security: { kind: 'security', event: 'PIN_RESET_REQUEST', displayPhoneNumber: place.displayPhoneNumber },
  'business_username_updates.revoked': {
    kind: 'businessUsername',
    username: 'luckyshrub',
    status: 'deleted',
    raw: { context: 'revoked' },
  },
  'message_template_status_update.approved': {
    kind: 'templateStatus',
    status: 'APPROVED',
    reason: undefined,
    templateId: '1689556908129832',
    name: 'order_confirmation',
    language: 'en-US',
    category: 'UTILITY',
  },
  'message_template_status_update.rejected': { status: 'REJECTED', reason: 'INVALID_FORMAT' },
  message_template_quality_update: { kind: 'templateQuality', quality: 'YELLOW', previousQuality: 'GREEN' },
  message_template_components_update: { kind: 'templateComponents', name: 'order_confirmation' },
  'template_category_update.impending': {
    kind: 'templateCategory',
    stage: 'impending',
    from: 'UTILITY',
    to: 'MARKETING',
    changesAt: 1_746_169_200_000,
  },
  'template_category_update.completed': { stage: 'completed', from: 'UTILITY', to: 'MARKETING' },
  template_correct_category_detection: {
    kind: 'templateCategoryDetection',
    category: 'UTILITY',
    correctCategory: 'MARKETING',
  },
  'flows.status-change.published': {
    kind: 'flow',
    event: 'FLOW_STATUS_CHANGE',
    flowId: '6627390910605886',
    oldStatus: 'DRAFT',
    newStatus: 'PUBLISHED',
  },
};

describe('reference bodies', { tags: ['reference'] }, () => {
  test.each(Object.entries(expectations))('behavior: %s', (name, expected) => {
    expect(parseWebhook(readBody(`${name}.json`))[0]).toMatchObject(expected);
  });
});

describe('both forms where Meta contradicts itself', () => {
  const status = {
    id: 'wamid.1',
    status: 'read',
    timestamp: '1',
    recipient_type: 'group',
    recipient_id: 'G',
  };

  test.each(['recipient_participant_id', 'participant_recipient_id'])(
    'behavior: group member as %s',
    (key) => {
      expect(only(statusesBody({ ...status, [key]: '9' }))).toMatchObject({ groupId: 'G', waId: '9' });
    },
  );

  test('behavior: the ids of a group member win over those of the group', () => {
    const ids = {
      recipient_user_id: 'US.1',
      recipient_participant_user_id: 'US.2',
      recipient_participant_parent_user_id: 'US.ENT.2',
    };
    expect(only(statusesBody({ ...status, ...ids }))).toMatchObject({
      bsuid: 'US.2',
      parentBsuid: 'US.ENT.2',
    });
  });

  test('behavior: the price beside the conversation or in it', () => {
    const pricing = { pricing_model: 'PMP', category: 'group_service' };
    const base = { id: 'wamid.1', status: 'sent', timestamp: '1' };
    expect(only(statusesBody({ ...base, pricing }))).toMatchObject({ pricing });
    expect(only(statusesBody({ ...base, conversation: { id: 'c', pricing } }))).toMatchObject({ pricing });
  });

  test('behavior: times as text and as numbers', () => {
    const times = ['1750263773', 1_750_263_773];
    expect(times.map((timestamp) => only(messagesBody({ ...textMessage('w'), timestamp })).at)).toEqual([
      1_750_263_773_000, 1_750_263_773_000,
    ]);
    const review = (time: unknown) =>
      parseWebhook(getBody({ decision: 'APPROVED' }, 'account_review_update', { time }));
    expect([review('7')[0]?.at, review(7)[0]?.at, review(undefined)[0]?.at]).toEqual([7000, 7000, undefined]);
    expect(review({ odd: 1 })).toMatchObject([
      { at: undefined },
      { kind: 'unknown', raw: { time: { odd: 1 } } },
    ]);
  });

  test('behavior: ids as text and as numbers', () => {
    const group = (wa_id: unknown) =>
      only(
        getBody(
          { groups: [{ type: 'group_join_request_created', timestamp: 1, wa_id }] },
          'group_participants_update',
        ),
      );
    expect([group(16_505_551_234), group('16505551234')]).toEqual([
      expect.objectContaining({ waId: '16505551234' }),
      expect.objectContaining({ waId: '16505551234' }),
    ]);
  });

  test('behavior: coordinates as numbers and as text', () => {
    const at = (latitude: unknown, longitude: unknown) =>
      only(
        messagesBody({
          id: 'w',
          from: '16505551234',
          timestamp: 1,
          type: 'location',
          location: { latitude, longitude, name: 'n' },
        }),
      );
    const location = { latitude: -37.5, longitude: 122, name: 'n' };
    expect(at(-37.5, 122)).toMatchObject({ location });
    expect(at('-37.5', '122')).toMatchObject({ location, raw: { location: { latitude: '-37.5' } } });
  });

  test('behavior: fields in the plural and in the singular', () => {
    const groups = [{ type: 'group_participants_add', timestamp: 1 }];
    for (const field of ['group_participants_update', 'group_participant_update'])
      expect(only(getBody({ groups }, field))).toMatchObject({ kind: 'groupParticipants', field });
    for (const field of ['business_username_updates', 'business_username_update'])
      expect(only(getBody({ username: 'u', status: 'approved' }, field))).toMatchObject({
        kind: 'businessUsername',
      });
  });

  test('behavior: a template quality update under the name of the status update', () => {
    const value = { message_template_name: 'n', new_quality_score: 'RED' };
    expect(only(getBody(value, 'message_template_status_update'))).toMatchObject({
      kind: 'templateQuality',
      quality: 'RED',
    });
  });

  test('behavior: the messaging limit as text and as a number, under its new and its old name', () => {
    const limit = (value: object) =>
      only(getBody({ event: 'ONBOARDING', ...value }, 'phone_number_quality_update'));
    expect(limit({ max_daily_conversations_per_business: 'TIER_2K' })).toMatchObject({
      messagingLimit: 'TIER_2K',
    });
    expect(limit({ max_daily_conversations_per_business: 2000 })).toMatchObject({ messagingLimit: '2000' });
    expect(limit({ current_limit: 'TIER_10K' })).toMatchObject({ messagingLimit: 'TIER_10K' });
  });
});

describe('consent', () => {
  const preference = { wa_id: '1', category: 'marketing_messages', value: 'stop', timestamp: 1 };
  const read = (more: object, value: object = {}) =>
    only(getBody({ ...value, user_preferences: [{ ...preference, ...more }] }, 'user_preferences'));

  test('behavior: an In-App Signup is one event with the id of the signup', () => {
    const contacts = [{ profile: { name: 'Ana' }, wa_id: '1', user_id: 'US.1' }];
    expect(read({ value: 'signup', signup_id: '998877', detail: 'x' }, { contacts })).toMatchObject({
      kind: 'consent',
      choice: 'signup',
      category: 'marketing_messages',
      source: 'preference',
      signupId: '998877',
      word: undefined,
      wamid: undefined,
      waId: '1',
      bsuid: 'US.1',
      contact: contacts[0],
    });
    expect(read({ value: 'signup', signup_id: 998_877 })).toMatchObject({ signupId: '998877' });
  });

  test('behavior: a value of the future is an event with that choice', () => {
    expect(read({ value: 'pause' })).toMatchObject({
      kind: 'consent',
      choice: 'pause',
      signupId: undefined,
      raw: { ...preference, value: 'pause' },
    });
  });

  test('behavior: the contact says who, if the preference does not', () => {
    const contacts = [{ wa_id: '2' }];
    expect(read({ wa_id: undefined }, { contacts })).toMatchObject({
      kind: 'consent',
      waId: '2',
      sender: { waId: '2' },
    });
  });

  test('behavior: a preference of no user is unknown but not lost', () => {
    expect(read({ wa_id: undefined })).toMatchObject({ kind: 'unknown', raw: { value: 'stop' } });
    expect(read({ value: 7 })).toMatchObject({ kind: 'unknown', raw: { value: 7 } });
  });
});

describe('numbers that come as text', () => {
  test('behavior: quantities and prices of an order', () => {
    const order = {
      catalog_id: '1',
      product_items: [
        { product_retailer_id: 'a', quantity: '2', item_price: '19.90', currency: 'USD' },
        { product_retailer_id: 'b', quantity: 3, item_price: 5, currency: 'USD' },
        { product_retailer_id: 'c', quantity: 'two', item_price: '', currency: 'USD' },
        7,
      ],
    };
    const event = only(messagesBody({ id: 'wamid.1', from: '1', timestamp: '1', type: 'order', order }));
    expect(event).toMatchObject({
      type: 'order',
      order: {
        catalog_id: '1',
        product_items: [
          { product_retailer_id: 'a', quantity: 2, item_price: 19.9, currency: 'USD' },
          { product_retailer_id: 'b', quantity: 3, item_price: 5, currency: 'USD' },
          { product_retailer_id: 'c', quantity: 'two', item_price: '', currency: 'USD' },
          7,
        ],
      },
      raw: { order },
    });
  });

  test('behavior: coordinates, the code of an error, the progress of a history', () => {
    const location = { latitude: '-23.5', longitude: '-46.6', name: 'Shop' };
    const place = { id: 'wamid.1', from: '1', timestamp: '1', type: 'location', location };
    expect(only(messagesBody(place))).toMatchObject({
      location: { latitude: -23.5, longitude: -46.6, name: 'Shop' },
      raw: { location },
    });
    expect(only(getBody({ errors: [{ code: '131031' }] }))).toMatchObject({ kind: 'error', code: 131_031 });
    expect(only(getBody({ errors: [{ code: 'x' }] }))).toMatchObject({ kind: 'unknown' });
    const metadata = { phase: '1', chunk_order: '2', progress: '50' };
    expect(only(getBody({ history: [{ metadata }] }, 'history'))).toMatchObject({
      phase: 1,
      chunkOrder: 2,
      progress: 50,
    });
    const odd = { phase: 'late', chunk_order: null };
    expect(only(getBody({ history: [{ metadata: odd }] }, 'history'))).toMatchObject({
      phase: undefined,
      chunkOrder: undefined,
    });
  });
});

describe('statuses under other names', () => {
  const status = { id: 'wamid.1', status: 'delivered', timestamp: '1', recipient_id: '16505551234' };

  test('behavior: a status of the type message is a status of a message', () => {
    expect(only(statusesBody({ ...status, type: 'message' }))).toMatchObject({
      kind: 'status',
      status: 'delivered',
      wamid: 'wamid.1',
    });
    const standby = (type?: string) =>
      only(getBody({ standby: { statuses: [{ ...status, type }] } }, 'standby')).kind;
    expect([standby(), standby('message'), standby('payment')]).toEqual([
      'standbyStatus',
      'standbyStatus',
      'unknown',
    ]);
  });

  test('behavior: the parent id by its name until May 2026', () => {
    expect(only(statusesBody({ ...status, parent_recipient_user_id: 'US.ENT.1' }))).toMatchObject({
      parentBsuid: 'US.ENT.1',
    });
    const both = { parent_recipient_user_id: 'US.ENT.1', recipient_parent_user_id: 'US.ENT.2' };
    expect(only(statusesBody({ ...status, ...both }))).toMatchObject({ parentBsuid: 'US.ENT.2' });
  });
});

test('behavior: what nobody could use beside the items is not lost', () => {
  const rest = (value: object, field?: string) =>
    parseWebhook(getBody(value, field)).map((event) => event.raw);
  expect(rest({ metadata: 7 })).toEqual([{ metadata: 7 }]);
  expect(rest({ metadata: { phone_number_id: {} } })).toEqual([{ metadata: { phone_number_id: {} } }]);
  expect(rest({ contacts: {} })).toEqual([{ contacts: {} }]);
  expect(rest({ contacts: [7] })).toEqual([{ contacts: [7] }]);
  expect(rest({ messaging_product: 'telex' })).toEqual([{ messaging_product: 'telex' }]);
  expect(rest({ conversation_context: { type: 'summary' } })).toEqual([
    { conversation_context: { type: 'summary' } },
  ]);
  expect(rest({ calls: [7], errors: [{ code: 1 }] }, 'calls')).toEqual([7, { code: 1 }]);
});

test('behavior: what stands by is told from what is ours', () => {
  const standby = {
    messages: [textMessage('wamid.1')],
    statuses: [{ id: 'wamid.2', status: 'sent', timestamp: '1' }],
    contacts: [{ wa_id: '16505551234', profile: { name: 'Ana' } }],
    news: 1,
  };
  const events = parseWebhook(getBody({ standby, messaging_product: 'whatsapp' }, 'standby'));
  expect(events.map((event) => event.kind)).toEqual(['standbyMessage', 'standbyStatus', 'unknown']);
  expect(events[0]).toMatchObject({ text: { body: 'Hello' }, contact: { profile: { name: 'Ana' } } });
  expect(parseWebhook(getBody({ standby: 7 }, 'standby'))).toMatchObject([
    { kind: 'unknown', raw: { standby: 7 } },
  ]);
});

test('behavior: a standby echo to a group names the group', () => {
  const echo = { id: 'wamid.1', timestamp: '1', message: { to: 'G', recipient_type: 'group', type: 'text' } };
  expect(only(getBody({ standby: { message_echoes: [echo] } }, 'standby'))).toMatchObject({
    kind: 'standbyEcho',
    groupId: 'G',
    waId: undefined,
  });
});

test('behavior: the history tells who wrote, and each thread whose it is', () => {
  const ours = {
    ...textMessage('wamid.1', 'ours', place.displayPhoneNumber),
    history_context: { status: 'READ' },
  };
  const theirs = textMessage('wamid.2', 'theirs');
  const threads = [{ id: '16505551234', messages: [ours, theirs, { broken: true }] }];
  const value = {
    metadata: { display_phone_number: place.displayPhoneNumber },
    history: [{ metadata: { phase: 0 }, threads }],
    message_echoes: [{ ...textMessage('wamid.3', 'sent', place.displayPhoneNumber), to: '16505551234' }],
  };
  const [history, echo] = parseWebhook(getBody(value, 'history'));
  expect(history).toMatchObject({
    threads: [
      {
        waId: '16505551234',
        messages: [
          { wamid: 'wamid.1', waId: '16505551234', direction: 'outbound', status: 'READ' },
          { wamid: 'wamid.2', waId: '16505551234', direction: 'inbound', status: undefined },
        ],
      },
    ],
    raw: { threads },
  });
  expect(echo).toMatchObject({ kind: 'historyMessage', direction: 'outbound', waId: '16505551234' });
});

test('behavior: the errors of a change with several calls stand alone', () => {
  const call = { id: 'wacid.1', event: 'terminate', timestamp: 1, status: ['COMPLETED', 'FAILED'] };
  const value = { calls: [call, { ...call, id: 'wacid.2' }], errors: [{ code: 138021 }] };
  const events = parseWebhook(getBody(value, 'calls'));
  expect(events.map((event) => event.kind)).toEqual(['call', 'call', 'error']);
  expect(events[0]).toMatchObject({ errors: undefined, raw: call });
});

test('behavior: the field consumer_profile, whose payload Meta does not show, is unknown but not lost', () => {
  const value = { metadata: { phone_number_id: '106540352242922' }, profile: { name: 'Ana' } };
  expect(only(getBody(value, 'consumer_profile'))).toMatchObject({
    kind: 'unknown',
    field: 'consumer_profile',
    phoneNumberId: '106540352242922',
    raw: value,
  });
});

test('default: the status of a max-price message says what it cost', () => {
  const pricing = {
    pricing_model: 'PMP',
    type: 'regular',
    category: 'marketing_lite',
    cost: { amount: 0.0123, currency: 'USD' },
  } as const;
  const status = { id: 'wamid.1', status: 'delivered', timestamp: '1', recipient_id: '1650', pricing };
  const event = only(getBody({ statuses: [status] }));
  expect(event).toMatchObject({ kind: 'status', pricing });
});

test.each([
  ['calls', { calls: [{ id: 'x', timestamp: 1 }] }],
  ['group_status_update', { groups: [{ timestamp: 1 }] }],
  ['user_preferences', { user_preferences: [{ value: 'stop', category: 'marketing_messages' }] }],
  ['user_id_update', { user_id_update: [{ timestamp: 1 }] }],
  ['smb_app_state_sync', { state_sync: [{ type: 'label', action: 'add' }] }],
  ['automatic_events', { automatic_events: [{ id: 'x', timestamp: 1 }] }],
  ['history', { history: [{ something: 'else' }] }],
  ['smb_message_echoes', { message_echoes: [{ id: 'x' }] }],
  ['standby', { standby: { message_echoes: [{ id: 'x', timestamp: 1 }] } }],
  ['messages', { user_actions: [{ timestamp: 1 }] }],
  ['messages', { errors: [{ title: 'no code' }] }],
])('behavior: an item of %s without what it needs is unknown but not lost', (field, value) => {
  const [list = {}] = Object.values(value) as unknown[];
  const [item] = Array.isArray(list)
    ? (list as unknown[])
    : (Object.values(list as object) as unknown[][])[0]!;
  expect(only(getBody(value, field))).toMatchObject({ kind: 'unknown', field, raw: item });
});

test.each([
  'account_update',
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_quality_update',
  'phone_number_name_update',
  'security',
  'business_username_updates',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
  'messaging_handovers',
  'flows',
])('behavior: a value of %s without what it needs is unknown but not lost', (field) => {
  expect(only(getBody({ surprise: true }, field))).toMatchObject({
    kind: 'unknown',
    field,
    raw: { surprise: true },
  });
});

test('behavior: an account event of the future is one of the event "unknown"', () => {
  const value = { event: 'ACCOUNT_PROMOTED', phone_number: '1' };
  expect(only(getBody(value, 'account_update'))).toMatchObject({
    kind: 'accountUpdate',
    event: 'unknown',
    raw: value,
  });
});
