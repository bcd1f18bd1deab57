import { need, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { select } from '../http/paging.ts';
import type { JsonObject } from '../kernel/json.ts';

const application = 'Emulated app';
const systemUserId = '122094113936000001';
const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];

/** The system user that the token belongs to. */
const me = (call: Call): RouteResult =>
  select(call, { id: systemUserId, name: 'Emulated system user' }, ['name']);

function app(call: Call): RouteResult {
  const { appId } = call.context.settings;
  const link = `https://www.facebook.com/games/?app_id=${appId}`;
  return select(call, { id: appId, name: application, link, category: 'Business and pages' }, [
    'name',
    'link',
    'category',
  ]);
}

const invalid = (error: JsonObject, about: JsonObject = {}): RouteResult => ({
  data: { ...about, error, is_valid: false, scopes: [] },
});

/** What a token may do. The token that asks is checked before, as that of every call. */
function debugToken(call: Call): RouteResult {
  const { context } = call;
  const { settings, state } = context;
  const token = need(call, 'input_token');
  if (token !== settings.accessToken)
    return invalid({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token' });
  const about = {
    app_id: settings.appId,
    type: 'SYSTEM_USER',
    application,
    data_access_expires_at: 0,
    user_id: systemUserId,
  };
  if (state.tokenExpired)
    return invalid(
      { code: 190, message: 'Error validating access token: Session has expired', subcode: 463 },
      { ...about, expires_at: Math.floor(context.now() / 1000) },
    );
  return {
    data: {
      ...about,
      expires_at: 0,
      is_valid: true,
      scopes,
      granular_scopes: scopes.map((scope) => ({ scope, target_ids: [state.waba.id] })),
    },
  };
}

export const appRoutes: RouteTable = {
  'GET me': me,
  'GET app': app,
  'GET debug_token': debugToken,
};
