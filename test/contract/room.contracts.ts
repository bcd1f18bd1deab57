import * as blocked from '../../src/api/blocked-users/index.ts';
import * as calls from '../../src/api/calls/index.ts';
import * as commerce from '../../src/api/commerce/index.ts';
import * as flows from '../../src/api/flows/index.ts';
import * as groups from '../../src/api/groups/index.ts';
import * as links from '../../src/api/links/index.ts';
import * as payments from '../../src/api/payments/index.ts';
import { controlThread } from '../../src/api/routing/control-thread.ts';
import type { Contract } from './contract.ts';

const code = {
  code: '4O4YGZEG3RIVE1',
  prefilled_message: 'Cyber Monday',
  deep_link_url: 'https://wa.me/message/4O4YGZEG3RIVE1',
};
const whatsapp = { messaging_product: 'whatsapp' } as const;
const users = [{ user: '+16505551234' }];
const groupId = 'Y2FwaV9ncm91cA==';
const requested = { messaging_product: 'whatsapp', request_id: 'r1' };
const session = { sdp_type: 'offer', sdp: 'v=0' } as const;
const answer = { sdp_type: 'answer', sdp: 'v=0' } as const;
const callId = 'wacid.HBgLMTIx';
const officer = { name: 'Chandravati P.', email: 'c@luckyshrub.com', mobile_number: '+913854559033' };
const care = { email: 'support@luckyshrub.com' };
const configuration = { configuration_name: 'shop', status: 'Active', provider_name: 'RazorPay' };

/** QR codes and short links. */
export const linkContracts: readonly Contract[] = [
  {
    name: 'createQrCode',
    covers: 'POST /{Phone-Number-ID}/message_qrdls',
    call: (client) => links.createQrCode(client, { prefilledMessage: 'Cyber Monday', imageFormat: 'SVG' }),
    sent: 'POST /1061/message_qrdls',
    body: { prefilled_message: 'Cyber Monday', generate_qr_image: 'SVG' },
    reply: code,
  },
  {
    name: 'updateQrCode',
    covers: 'POST /{Phone-Number-ID}/message_qrdls',
    call: (client) =>
      links.updateQrCode(client, { code: 'ABCDEFGHIJKLM2', prefilledMessage: 'Cyber Tuesday' }),
    sent: 'POST /1061/message_qrdls',
    body: { code: 'ABCDEFGHIJKLM2', prefilled_message: 'Cyber Tuesday' },
    reply: { ...code, prefilled_message: 'Cyber Tuesday' },
  },
  {
    name: 'getQrCode',
    covers: 'GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID}',
    call: (client) => links.getQrCode(client, { code: code.code }),
    sent: 'GET /1061/message_qrdls/4O4YGZEG3RIVE1',
    reply: { data: [code] },
    result: code,
  },
  {
    name: 'listQrCodes',
    covers: 'GET /{Phone-Number-ID}/message_qrdls',
    call: (client) => links.listQrCodes(client, { imageFormat: 'SVG', limit: 2 }),
    sent: 'GET /1061/message_qrdls?fields=code,prefilled_message,deep_link_url,qr_image_url.format(SVG)&limit=2',
    reply: { data: [code] },
  },
  {
    name: 'deleteQrCode',
    covers: 'DELETE /{Phone-Number-ID}/message_qrdls/{QR-Code-ID}',
    call: (client) => links.deleteQrCode(client, { code: code.code }),
    sent: 'DELETE /1061/message_qrdls/4O4YGZEG3RIVE1',
  },
];

/** Blocked users, commerce, compliance, routing. */
export const customerContracts: readonly Contract[] = [
  {
    name: 'blockUsers',
    covers: 'POST /{Phone-Number-ID}/block_users',
    call: (client) => blocked.blockUsers(client, { users }),
    sent: 'POST /1061/block_users',
    body: { ...whatsapp, block_users: users },
    reply: { ...whatsapp, block_users: { added_users: [{ input: '+16505551234', wa_id: '16505551234' }] } },
    result: { added_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] },
  },
  {
    name: 'unblockUsers',
    covers: 'DELETE /{Phone-Number-ID}/block_users',
    call: (client) => blocked.unblockUsers(client, { users }),
    sent: 'DELETE /1061/block_users',
    body: { ...whatsapp, block_users: users },
    reply: { ...whatsapp, block_users: { removed_users: [{ input: '+16505551234', wa_id: '16505551234' }] } },
    result: { removed_users: [{ input: '+16505551234', wa_id: '16505551234' }], failed_users: [] },
  },
  {
    name: 'listBlockedUsers',
    covers: 'GET /{Phone-Number-ID}/block_users',
    call: (client) => blocked.listBlockedUsers(client, { limit: 10 }),
    sent: 'GET /1061/block_users?limit=10',
    reply: { data: [{ ...whatsapp, wa_id: '16505551234' }] },
  },
  {
    name: 'getCommerceSettings',
    covers: 'GET /{Phone-Number-ID}/whatsapp_commerce_settings',
    call: (client) => commerce.getCommerceSettings(client),
    sent: 'GET /1061/whatsapp_commerce_settings',
    reply: { data: [{ id: '5277', is_cart_enabled: true, is_catalog_visible: false }] },
    result: { id: '5277', is_cart_enabled: true, is_catalog_visible: false },
  },
  {
    name: 'updateCommerceSettings',
    covers: 'POST /{Phone-Number-ID}/whatsapp_commerce_settings',
    call: (client) =>
      commerce.updateCommerceSettings(client, { isCartEnabled: true, isCatalogVisible: false }),
    sent: 'POST /1061/whatsapp_commerce_settings?is_cart_enabled=true&is_catalog_visible=false',
  },
  {
    name: 'getComplianceInfo',
    covers: 'GET /{Phone-Number-ID}/business_compliance_info',
    call: (client) => commerce.getComplianceInfo(client),
    sent: 'GET /1061/business_compliance_info',
    reply: { data: [{ entity_name: 'Lucky Shrub Private Limited', entity_type: 'Partnership' }] },
    result: { entity_name: 'Lucky Shrub Private Limited', entity_type: 'Partnership' },
  },
  {
    name: 'updateComplianceInfo',
    covers: 'POST /{Phone-Number-ID}/business_compliance_info',
    call: (client) =>
      commerce.updateComplianceInfo(client, {
        entityName: 'Lucky Shrub Private Limited',
        entityType: 'PRIVATE_COMPANY',
        grievanceOfficerDetails: officer,
        customerCareDetails: care,
      }),
    sent: 'POST /1061/business_compliance_info',
    body: {
      ...whatsapp,
      entity_name: 'Lucky Shrub Private Limited',
      entity_type: 'PRIVATE_COMPANY',
      grievance_officer_details: officer,
      customer_care_details: care,
    },
    specIsWrong: 'its pattern of phone numbers has doubled backslashes and fits no number',
  },
  {
    name: 'controlThread',
    covers: 'POST /{Phone-Number-ID}/thread_control',
    call: (client) =>
      controlThread(client, {
        action: 'pass',
        to: '+16505551234',
        controlPass: { target_role: 'escalation' },
      }),
    sent: 'POST /1061/thread_control',
    body: { ...whatsapp, action: 'pass', to: '+16505551234', control_pass: { target_role: 'escalation' } },
    reply: requested,
  },
];

/** Groups. */
export const groupContracts: readonly Contract[] = [
  {
    name: 'createGroup',
    covers: 'POST /{Phone-Number-ID}/groups',
    call: (client) =>
      groups.createGroup(client, { subject: 'Inquiry', joinApprovalMode: 'approval_required' }),
    sent: 'POST /1061/groups',
    body: { ...whatsapp, subject: 'Inquiry', join_approval_mode: 'approval_required' },
    reply: requested,
  },
  {
    name: 'listGroups',
    covers: 'GET /{Phone-Number-ID}/groups',
    call: (client) => groups.listGroups(client, { limit: 2 }),
    sent: 'GET /1061/groups?limit=2',
    reply: { data: { groups: [{ id: groupId, subject: 'Inquiry' }] } },
    result: [{ id: groupId, subject: 'Inquiry' }],
  },
  {
    name: 'getGroup',
    covers: 'GET /{group_id}',
    call: (client) => groups.getGroup(client, { groupId, fields: ['subject', 'participants'] }),
    sent: `GET /${groupId}?fields=subject,participants`,
    reply: { id: groupId, subject: 'Inquiry', participants: [{ wa_id: '16505551234' }] },
  },
  {
    name: 'updateGroup',
    covers: 'POST /{group_id}',
    call: (client) => groups.updateGroup(client, { groupId, subject: 'Order A-17' }),
    sent: `POST /${groupId}`,
    body: { ...whatsapp, subject: 'Order A-17' },
    reply: requested,
  },
  {
    name: 'setGroupPicture',
    covers: 'POST /{group_id}',
    call: (client) =>
      groups.setGroupPicture(client, { groupId, picture: new Blob(['jpeg'], { type: 'image/jpeg' }) }),
    sent: `POST /${groupId}`,
    body: { ...whatsapp, file: { name: 'picture.jpg', type: 'image/jpeg', text: 'jpeg' } },
    reply: requested,
  },
  {
    name: 'deleteGroup',
    covers: 'DELETE /{group_id}',
    call: (client) => groups.deleteGroup(client, { groupId }),
    sent: `DELETE /${groupId}`,
    reply: requested,
  },
  {
    name: 'getGroupInviteLink',
    covers: 'GET /{group_id}/invite_link',
    call: (client) => groups.getGroupInviteLink(client, { groupId }),
    sent: `GET /${groupId}/invite_link`,
    reply: { ...whatsapp, invite_link: 'https://chat.whatsapp.com/A' },
  },
  {
    name: 'resetGroupInviteLink',
    covers: 'POST /{group_id}/invite_link',
    call: (client) => groups.resetGroupInviteLink(client, { groupId }),
    sent: `POST /${groupId}/invite_link`,
    body: whatsapp,
    reply: { ...whatsapp, invite_link: 'https://chat.whatsapp.com/B' },
  },
  {
    name: 'deleteGroupInviteLink',
    covers: 'DELETE /{group_id}/invite_link',
    call: (client) => groups.deleteGroupInviteLink(client, { groupId }),
    sent: `DELETE /${groupId}/invite_link`,
    body: whatsapp,
    reply: { ...whatsapp, success: 'true' },
    result: undefined,
  },
  {
    name: 'listJoinRequests',
    covers: 'GET /{group_id}/join_requests',
    call: (client) => groups.listJoinRequests(client, { groupId, limit: 3 }),
    sent: `GET /${groupId}/join_requests?limit=3`,
    reply: { data: [{ join_request_id: 'j1', wa_id: '16505551234', creation_timestamp: 1755548877 }] },
  },
  {
    name: 'approveJoinRequests',
    covers: 'POST /{group_id}/join_requests',
    call: (client) => groups.approveJoinRequests(client, { groupId, joinRequests: ['j1'] }),
    sent: `POST /${groupId}/join_requests`,
    body: { ...whatsapp, join_requests: ['j1'] },
    reply: { approved_join_requests: ['j1'] },
    result: { approved_join_requests: ['j1'], failed_join_requests: [] },
  },
  {
    name: 'rejectJoinRequests',
    covers: 'DELETE /{group_id}/join_requests',
    call: (client) => groups.rejectJoinRequests(client, { groupId, joinRequests: ['j1'] }),
    sent: `DELETE /${groupId}/join_requests`,
    body: { ...whatsapp, join_requests: ['j1'] },
    reply: { failed_join_requests: [{ join_request_id: 'j1', errors: [{ code: 131203 }] }] },
    result: {
      rejected_join_requests: [],
      failed_join_requests: [{ join_request_id: 'j1', errors: [{ code: 131203 }] }],
    },
  },
  {
    name: 'removeGroupParticipants',
    covers: 'DELETE /{group_id}/participants',
    call: (client) => groups.removeGroupParticipants(client, { groupId, participants: users }),
    sent: `DELETE /${groupId}/participants`,
    body: { ...whatsapp, participants: users },
    reply: requested,
  },
];

/** Calls. */
export const callContracts: readonly Contract[] = [
  {
    name: 'connectCall',
    covers: 'POST /{Phone-Number-ID}/calls',
    call: (client) => calls.connectCall(client, { to: '+12185552828', session, callbackData: 'k' }),
    sent: 'POST /1061/calls',
    body: { ...whatsapp, action: 'connect', to: '+12185552828', session, biz_opaque_callback_data: 'k' },
    reply: { ...whatsapp, calls: [{ id: callId }] },
    result: { callId },
    otherExamples: 'one of them answers terminate',
  },
  ...(['preAcceptCall', 'acceptCall'] as const).map((name) => ({
    name,
    covers: 'POST /{Phone-Number-ID}/calls',
    call: (client: Parameters<Contract['call']>[0]) =>
      calls[name](client, { callId: callId, session: answer }),
    sent: 'POST /1061/calls',
    body: {
      ...whatsapp,
      action: name === 'acceptCall' ? 'accept' : 'pre_accept',
      call_id: callId,
      session: answer,
    },
    otherExamples: 'one of them answers connect',
    specIsWrong: "the specification wants `to`; Meta's guide names the call",
  })),
  {
    name: 'rejectCall',
    covers: 'POST /{Phone-Number-ID}/calls',
    call: (client) => calls.rejectCall(client, { callId: callId }),
    sent: 'POST /1061/calls',
    body: { ...whatsapp, action: 'reject', call_id: callId },
    otherExamples: 'one of them answers connect',
    specIsWrong: "the specification wants `to`; Meta's guide names the call",
  },
  {
    name: 'terminateCall',
    covers: 'POST /{Phone-Number-ID}/calls',
    call: (client) => calls.terminateCall(client, { callId: callId }),
    sent: 'POST /1061/calls',
    body: { ...whatsapp, action: 'terminate', call_id: callId },
    otherExamples: 'one of them answers connect',
  },
  {
    name: 'getCallPermission',
    covers: 'GET /{Phone-Number-ID}/call_permissions',
    call: (client) => calls.getCallPermission(client, { waId: '14085551234' }),
    sent: 'GET /1061/call_permissions?user_wa_id=14085551234',
    reply: { ...whatsapp, permission: { status: 'temporary', expiration_time: 1735689600 }, actions: [] },
  },
];

/** Flows. */
export const flowContracts: readonly Contract[] = [
  {
    name: 'listFlows',
    covers: 'GET /{WABA-ID}/flows',
    call: (client) => flows.listFlows(client, { limit: 2 }),
    sent: 'GET /1022/flows?limit=2',
    reply: { data: [{ id: 'f1', name: 'Booking', status: 'DRAFT' }] },
  },
  {
    name: 'createFlow',
    covers: 'POST /{WABA-ID}/flows',
    call: (client) =>
      flows.createFlow(client, {
        name: 'Booking',
        categories: ['OTHER'],
        flowJson: { version: '7.3' },
        publish: false,
      }),
    sent: 'POST /1022/flows',
    body: { name: 'Booking', categories: ['OTHER'], flow_json: '{"version":"7.3"}', publish: false },
    reply: { id: 'f1', success: true, validation_errors: [] },
    specIsWrong: "the specification types categories as the text of a form field; Meta's guide sends JSON",
  },
  {
    name: 'getFlow',
    covers: 'GET /{Flow-ID}',
    call: (client) =>
      flows.getFlow(client, { flowId: 'f1', fields: ['name', 'preview'], invalidatePreview: false }),
    sent: 'GET /f1?fields=name,preview.invalidate(false)',
    reply: { id: 'f1', name: 'Booking', preview: { preview_url: 'https://business.facebook.com/p' } },
  },
  {
    name: 'getFlowMetric',
    covers: 'GET /{Flow-ID}?fields=metric',
    call: (client) =>
      flows.getFlowMetric(client, {
        flowId: 'f1',
        name: 'ENDPOINT_REQUEST_ERROR',
        granularity: 'DAY',
        since: new Date('2024-01-28T10:00:00Z'),
        until: Date.UTC(2024, 0, 30),
      }),
    sent: 'GET /f1?fields=metric.name(ENDPOINT_REQUEST_ERROR).granularity(DAY).since(2024-01-28).until(2024-01-30)',
    reply: { id: 'f1', metric: { name: 'ENDPOINT_REQUEST_ERROR', granularity: 'DAY', data_points: [] } },
    result: { name: 'ENDPOINT_REQUEST_ERROR', granularity: 'DAY', data_points: [] },
  },
  {
    name: 'updateFlow',
    covers: 'POST /{Flow-ID}',
    call: (client) =>
      flows.updateFlow(client, {
        flowId: 'f1',
        name: 'Booking 2',
        endpointUri: 'https://shop.example/flow',
      }),
    sent: 'POST /f1',
    body: { name: 'Booking 2', endpoint_uri: 'https://shop.example/flow' },
  },
  {
    name: 'uploadFlowJson',
    covers: 'POST /{Flow-ID}/assets',
    call: (client) => flows.uploadFlowJson(client, { flowId: 'f1', flowJson: { version: '7.3' } }),
    sent: 'POST /f1/assets',
    body: {
      name: 'flow.json',
      asset_type: 'FLOW_JSON',
      file: { name: 'flow.json', type: 'application/json', text: '{"version":"7.3"}' },
    },
    result: { success: true, validation_errors: [] },
    specIsWrong: 'the schema types the file of a form as text',
  },
  {
    name: 'listFlowAssets',
    covers: 'GET /{Flow-ID}/assets',
    call: (client) => flows.listFlowAssets(client, { flowId: 'f1', limit: 1 }),
    sent: 'GET /f1/assets?limit=1',
    reply: {
      data: [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: 'https://scontent.xx.fbcdn.net/f' }],
    },
  },
  {
    name: 'publishFlow',
    covers: 'POST /{Flow-ID}/publish',
    call: (client) => flows.publishFlow(client, { flowId: 'f1' }),
    sent: 'POST /f1/publish',
  },
  {
    name: 'deprecateFlow',
    covers: 'POST /{Flow-ID}/deprecate',
    call: (client) => flows.deprecateFlow(client, { flowId: 'f1' }),
    sent: 'POST /f1/deprecate',
  },
  {
    name: 'deleteFlow',
    covers: 'DELETE /{Flow-ID}',
    call: (client) => flows.deleteFlow(client, { flowId: 'f1' }),
    sent: 'DELETE /f1',
  },
  {
    name: 'migrateFlows',
    covers: 'POST /{WABA-ID}/migrate_flows',
    call: (client) => flows.migrateFlows(client, { sourceWabaId: '1023', sourceFlowNames: ['appointment'] }),
    sent: 'POST /1022/migrate_flows',
    body: { source_waba_id: '1023', source_flow_names: ['appointment'] },
    reply: { migrated_flows: [{ source_name: 'appointment', source_id: '1', migrated_id: '2' }] },
    result: {
      migrated_flows: [{ source_name: 'appointment', source_id: '1', migrated_id: '2' }],
      failed_flows: [],
    },
    specIsWrong: "the specification types the names as the text of a form field; Meta's guide sends a list",
  },
];

/** Payments (India). */
export const paymentContracts: readonly Contract[] = [
  {
    name: 'listPaymentConfigurations',
    covers: 'GET /{WABA-ID}/payment_configurations',
    call: (client) => payments.listPaymentConfigurations(client),
    sent: 'GET /1022/payment_configurations',
    reply: { data: [{ payment_configurations: [configuration] }] },
    result: [configuration],
    onePage: true,
  },
  {
    name: 'getPaymentConfiguration',
    covers: 'GET /{WABA-ID}/payment_configuration/{name}',
    call: (client) => payments.getPaymentConfiguration(client, { configurationName: 'shop' }),
    sent: 'GET /1022/payment_configuration/shop',
    reply: { data: [configuration] },
    result: configuration,
  },
  {
    name: 'createPaymentConfiguration',
    covers: 'POST /{WABA-ID}/payment_configuration',
    call: (client) =>
      payments.createPaymentConfiguration(client, { configurationName: 'shop', providerName: 'razorpay' }),
    sent: 'POST /1022/payment_configuration',
    body: { configuration_name: 'shop', provider_name: 'razorpay' },
    reply: {
      success: true,
      oauth_url: 'https://www.facebook.com/payment/onboarding/init/',
      expiration: 1721687287,
    },
  },
  {
    name: 'updatePaymentConfiguration',
    covers: 'POST /{WABA-ID}/payment_configuration/{name}',
    call: (client) =>
      payments.updatePaymentConfiguration(client, {
        configurationName: 'shop',
        dataEndpointUrl: 'https://shop.example/checkout',
      }),
    sent: 'POST /1022/payment_configuration/shop',
    body: { data_endpoint_url: 'https://shop.example/checkout' },
  },
  {
    name: 'deletePaymentConfiguration',
    covers: 'DELETE /{WABA-ID}/payment_configuration',
    call: (client) => payments.deletePaymentConfiguration(client, { configurationName: 'shop' }),
    sent: 'DELETE /1022/payment_configuration',
    body: { configuration_name: 'shop' },
  },
  {
    name: 'createPaymentLink',
    covers: 'POST /{WABA-ID}/generate_payment_configuration_oauth_link',
    call: (client) =>
      payments.createPaymentLink(client, {
        configurationName: 'shop',
        redirectUrl: 'https://shop.example',
      }),
    sent: 'POST /1022/generate_payment_configuration_oauth_link',
    body: { configuration_name: 'shop', redirect_url: 'https://shop.example' },
    reply: { oauth_url: 'https://www.facebook.com/payment/onboarding/init/', expiration: 1721687287 },
  },
  {
    name: 'getPayment',
    covers: 'GET /{Phone-Number-ID}/payments/{configuration}/{reference_id}',
    call: (client) => payments.getPayment(client, { configurationName: 'shop', referenceId: 'A-17' }),
    sent: 'GET /1061/payments/shop/A-17',
    reply: { payments: [{ reference_id: 'A-17', status: 'captured', currency: 'INR' }] },
    result: { reference_id: 'A-17', status: 'captured', currency: 'INR' },
  },
];
