import type { Inbound } from '../messages/inbound.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { UserRecord } from '../kernel/records.ts';
import type { PhoneButton } from './phone-message.ts';

/** What the business gets when a button is tapped or a row is picked; nothing for a button that leads elsewhere. */
export function getTap(button: PhoneButton, context: JsonObject): Inbound | undefined {
  const { kind, id, title, description } = button;
  switch (kind) {
    case 'quick_reply':
      return { type: 'button', content: { payload: id, text: title }, context };
    case 'reply':
      return { type: 'interactive', content: { type: 'button_reply', button_reply: { id, title } }, context };
    case 'row': {
      const reply = { id, title, ...(description === undefined ? {} : { description }) };
      return { type: 'interactive', content: { type: 'list_reply', list_reply: reply }, context };
    }
    default:
      return undefined;
  }
}

const temporaryPermission = 7 * 86_400;

/** What the business gets when a call permission request is answered. A permission for a time lasts 7 days. Source: Meta, "User call permissions". */
export const callPermissionAnswer = (
  response: 'accept' | 'reject',
  isPermanent: boolean,
  now: number,
  context: JsonObject,
): Inbound => ({
  type: 'interactive',
  content: {
    type: 'call_permission_reply',
    call_permission_reply: {
      response,
      ...(response === 'accept' ? { is_permanent: isPermanent } : {}),
      ...(response === 'accept' && !isPermanent
        ? { expiration_timestamp: Math.floor(now / 1000) + temporaryPermission }
        : {}),
      response_source: 'user_action',
    },
  },
  context,
});

/** What the business gets when a Flow is completed. */
export const flowAnswer = (token: string, response: Readonly<JsonObject>, context: JsonObject): Inbound => ({
  type: 'interactive',
  content: {
    type: 'nfm_reply',
    nfm_reply: {
      name: 'flow',
      body: 'Sent',
      response_json: JSON.stringify({ flow_token: token, ...response }),
    },
  },
  context,
});

/**
 * What the business gets when an address form is sent back. Source: Meta, "Address messages". The layout of `body`, name and number on lines of
 * their own, is that of Meta's one example: confidence medium.
 */
export function addressAnswer(
  values: Readonly<Record<string, string>>,
  savedAddressId: string | undefined,
  context: JsonObject,
): Inbound {
  const { name, phone_number, ...rest } = values;
  const lines = [name, phone_number, Object.values(rest).filter(Boolean).join(', ')];
  const response = {
    ...(savedAddressId === undefined ? {} : { saved_address_id: savedAddressId }),
    values,
  };
  return {
    type: 'interactive',
    content: {
      type: 'nfm_reply',
      nfm_reply: {
        name: 'address_message',
        body: lines.filter(Boolean).join('\n '),
        response_json: JSON.stringify(response),
      },
    },
    context,
  };
}

/** What the business gets when a user shares the number that it asked for. Source: Meta, "Business-scoped user IDs"; its example has no `context`. */
export const contactAnswer = ({ waId, name }: Pick<UserRecord, 'waId' | 'name'>): Inbound => ({
  type: 'contacts',
  content: [
    {
      origin: 'contact_request',
      name: { formatted_name: name, first_name: name.split(' ')[0] ?? name },
      phones: [{ phone: `+${waId}`, wa_id: waId, type: 'CELL' }],
    },
  ],
});
