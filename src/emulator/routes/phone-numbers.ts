import { toDigits } from '../../shared/phone-number.ts';
import {
  isTrue,
  need,
  getNumber,
  parsed,
  type Call,
  type RouteResult,
  type RouteTable,
} from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { isObject, toObject, toText } from '../kernel/json.ts';
import { paged, select } from '../http/paging.ts';
import { phoneNumberNode, usualNumberFields } from './phone-number-node.ts';
import type { PhoneNumberRecord } from '../kernel/records.ts';

const done: RouteResult = { success: true };

const node = (call: Call, number: PhoneNumberRecord) =>
  select(call, phoneNumberNode(call.context, number), usualNumberFields);

function list(call: Call): RouteResult {
  return paged(
    call,
    [...call.context.state.phoneNumbers.values()].map((number) => node(call, number)),
  );
}

function checkPin(pin: string): string {
  if (/^\d{6}$/.test(pin)) return pin;
  throw new GraphError(100, { details: 'Param pin must be 6 digits' });
}

function create(call: Call): RouteResult {
  const digits = toDigits(`${need(call, 'cc')}${need(call, 'phone_number')}`);
  const { state, ids } = call.context;
  if ([...state.phoneNumbers.values()].some(({ waId }) => waId === digits))
    throw new GraphError(100, { subcode: 2388012, userMessage: 'The phone number is already in your list.' });
  const number: PhoneNumberRecord = {
    id: ids.node(),
    waId: digits,
    displayPhoneNumber: `+${digits}`,
    verifiedName: need(call, 'verified_name'),
    status: 'PENDING',
    codeVerificationStatus: 'NOT_VERIFIED',
    qualityRating: 'UNKNOWN',
    profile: { messaging_product: 'whatsapp' },
    settings: {},
    commerce: { is_cart_enabled: true, is_catalog_visible: false },
    automation: {},
  };
  state.phoneNumbers.set(number.id, number);
  return { id: number.id };
}

/** Changes of the number itself: two-step PIN, display name, webhook override. */
function update(call: Call): RouteResult {
  const number = getNumber(call);
  const { pin, new_display_name: newName } = call.fields;
  if (toText(pin) !== undefined) number.pin = checkPin(toText(pin) ?? '');
  if (toText(newName) !== undefined) number.newName = toText(newName);
  return done;
}

function register(call: Call): RouteResult {
  const number = getNumber(call);
  const pin = checkPin(need(call, 'pin'));
  if (number.codeVerificationStatus !== 'VERIFIED')
    throw new GraphError(133006, { details: 'Request a code and verify it first' });
  if (number.pin !== undefined && number.pin !== pin)
    throw new GraphError(133005, { details: 'The two-step verification PIN is not the one that was set' });
  number.pin = pin;
  number.status = 'CONNECTED';
  return done;
}

function deregister(call: Call): RouteResult {
  const number = getNumber(call);
  if (number.status !== 'CONNECTED') throw new GraphError(133010);
  number.status = 'DISCONNECTED';
  return done;
}

function requestCode(call: Call): RouteResult {
  const number = getNumber(call);
  const method = need(call, 'code_method');
  if (method !== 'SMS' && method !== 'VOICE')
    throw new GraphError(100, { details: 'Param code_method must be SMS or VOICE' });
  need(call, 'language');
  if (number.codeVerificationStatus === 'VERIFIED')
    throw new GraphError(136024, { userMessage: 'The phone number is already verified.' });
  number.pendingCode = String(100_000 + call.context.random.below(900_000));
  return done;
}

function verifyCode(call: Call): RouteResult {
  const number = getNumber(call);
  const code = toDigits(need(call, 'code'));
  if (number.pendingCode === undefined || code !== number.pendingCode)
    throw new GraphError(136025, { subcode: 2388093, userMessage: 'The code is not the one that was sent.' });
  number.pendingCode = undefined;
  number.codeVerificationStatus = 'VERIFIED';
  return done;
}

function updateSettings(call: Call): RouteResult {
  const number = getNumber(call);
  const known = ['calling', 'user_identity_change', 'payload_encryption', 'storage_configuration'];
  const changes = Object.entries(call.fields).filter(([name]) => known.includes(name));
  if (changes.length === 0) throw new GraphError(100, { details: `Give one of ${known.join(', ')}` });
  for (const [name, change] of changes)
    number.settings = {
      ...number.settings,
      [name]: { ...toObject(number.settings[name]), ...toObject(parsed(change)) },
    };
  return done;
}

function updateAutomation(call: Call): RouteResult {
  const number = getNumber(call);
  const { commands, prompts } = call.fields;
  number.automation = {
    ...number.automation,
    ...(commands === undefined ? {} : { commands: parsed(commands) }),
    ...(prompts === undefined ? {} : { prompts: parsed(prompts) }),
  };
  return done;
}

function setKey(call: Call): RouteResult {
  const key = need(call, 'business_public_key');
  if (!key.includes('-----BEGIN PUBLIC KEY-----'))
    throw new GraphError(100, { details: 'Param business_public_key must be a public key in PEM form' });
  getNumber(call).encryptionKey = key;
  return done;
}

function getKey(call: Call): RouteResult {
  const { encryptionKey } = getNumber(call);
  return {
    data:
      encryptionKey === undefined
        ? []
        : [{ business_public_key: encryptionKey, business_public_key_signature_status: 'VALID' }],
  };
}

function setCommerce(call: Call): RouteResult {
  const { commerce } = getNumber(call);
  for (const name of ['is_cart_enabled', 'is_catalog_visible'] as const)
    if (call.fields[name] !== undefined) commerce[name] = isTrue(call.fields[name]);
  return done;
}

function setCompliance(call: Call): RouteResult {
  need(call, 'entity_name');
  getNumber(call).compliance = Object.fromEntries(
    Object.entries(call.fields).map(([name, value]) => [
      name,
      isObject(parsed(value)) ? parsed(value) : value,
    ]),
  );
  return done;
}

export const phoneNumberRoutes: RouteTable = {
  'GET waba/phone_numbers': list,
  'POST waba/phone_numbers': create,
  'GET phone': (call) => node(call, getNumber(call)),
  'POST phone': update,
  'POST phone/register': register,
  'POST phone/deregister': deregister,
  'POST phone/request_code': requestCode,
  'POST phone/verify_code': verifyCode,
  'GET phone/settings': (call) => getNumber(call).settings,
  'POST phone/settings': updateSettings,
  'POST phone/conversational_automation': updateAutomation,
  'GET phone/whatsapp_business_encryption': getKey,
  'POST phone/whatsapp_business_encryption': setKey,
  'GET phone/whatsapp_commerce_settings': (call) => ({
    data: [{ ...getNumber(call).commerce, id: call.id }],
  }),
  'POST phone/whatsapp_commerce_settings': setCommerce,
  'GET phone/business_compliance_info': (call) => ({
    data: [{ messaging_product: 'whatsapp', ...getNumber(call).compliance }],
  }),
  'POST phone/business_compliance_info': setCompliance,
};
