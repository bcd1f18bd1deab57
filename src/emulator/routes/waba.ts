import { messageAnalytics, pricingAnalytics, getQuestion } from './analytics.ts';
import { isTrue, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toText, type JsonObject } from '../kernel/json.ts';
import { getTimeZoneId } from '../kernel/time-zone-ids.ts';
import { select } from '../http/paging.ts';

function answers(call: Call): JsonObject {
  const fields = toText(call.fields['fields']) ?? '';
  const messages = getQuestion(fields, 'analytics');
  const pricing = getQuestion(fields, 'pricing_analytics');
  const conversations = getQuestion(fields, 'conversation_analytics');
  return {
    ...(messages === undefined ? {} : { analytics: messageAnalytics(call.context, messages) }),
    ...(pricing === undefined ? {} : { pricing_analytics: pricingAnalytics(call.context, pricing) }),
    // Since July 2025 nothing is billed by the conversation, so there is none to count.
    ...(conversations === undefined ? {} : { conversation_analytics: { data: [{ data_points: [] }] } }),
  };
}

function get(call: Call): RouteResult {
  const { settings, state } = call.context;
  const whole = {
    id: state.waba.id,
    name: state.waba.name,
    currency: settings.currency,
    timezone_id: getTimeZoneId(settings.timeZone),
    country: 'US',
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    ownership_type: 'SELF',
    owner_business_info: { id: state.waba.businessId, name: state.waba.name },
    message_template_namespace: 'ba30dd89_2ebd_41e4_b805_f2c05ae04cc9',
    is_enabled_for_insights: state.waba.insightsEnabled,
    disable_marketing_messages_on_cloud_api: state.waba.marketingOffCloudApi === true,
    health_status: { can_send_message: 'AVAILABLE', entities: [] },
    ...answers(call),
  };
  return select(call, whole, ['name', 'currency', 'timezone_id', 'message_template_namespace']);
}

function update(call: Call): RouteResult {
  const { waba } = call.context.state;
  const insights = call.fields['is_enabled_for_insights'];
  if (insights !== undefined && !isTrue(insights) && waba.insightsEnabled) throw new GraphError(200006);
  waba.insightsEnabled ||= isTrue(insights);
  waba.name = toText(call.fields['name']) ?? waba.name;
  const offCloudApi = call.fields['disable_marketing_messages_on_cloud_api'];
  if (offCloudApi !== undefined) waba.marketingOffCloudApi = isTrue(offCloudApi);
  return insights === undefined ? { success: true } : { id: waba.id };
}

function subscriptions(call: Call): RouteResult {
  const { waba } = call.context.state;
  if (!waba.subscribed) return { data: [] };
  const app = { link: 'https://www.facebook.com/games/?app_id=0', name: 'Emulated app', id: waba.appId };
  const override = waba.overrideUrl === undefined ? {} : { override_callback_uri: waba.overrideUrl };
  return { data: [{ whatsapp_business_api_data: app, ...override }] };
}

function subscribe(call: Call): RouteResult {
  const { waba } = call.context.state;
  const url = toText(call.fields['override_callback_uri']);
  waba.subscribed = true;
  waba.overrideUrl = url === '' ? undefined : (url ?? waba.overrideUrl);
  return { success: true };
}

function unsubscribe(call: Call): RouteResult {
  call.context.state.waba.subscribed = false;
  return { success: true };
}

export const wabaRoutes: RouteTable = {
  'GET waba': get,
  'POST waba': update,
  'GET waba/subscribed_apps': subscriptions,
  'POST waba/subscribed_apps': subscribe,
  'DELETE waba/subscribed_apps': unsubscribe,
};
