import { at, toText } from '../../kernel/json.ts';

/** What a user answered, in a line and the words below it. */
export interface Reply {
  readonly title: string;
  readonly description?: string | undefined;
}

function readPermission(reply: unknown): Reply {
  if (toText(at(reply, 'response')) !== 'accept') return { title: 'Calls not allowed' };
  return at(reply, 'is_permanent') === true
    ? { title: 'Calls allowed', description: 'Always' }
    : { title: 'Calls allowed', description: 'For 7 days' };
}

/** Reads a user's answer to an interactive message. */
export function readReply(interactive: unknown): Reply {
  const type = toText(at(interactive, 'type')) ?? 'reply';
  const reply = at(interactive, type);
  switch (type) {
    case 'nfm_reply':
      return toText(at(reply, 'name')) === 'address_message'
        ? { title: 'Address', description: toText(at(reply, 'body')) }
        : { title: 'Form sent', description: toText(at(reply, 'response_json')) };
    case 'call_permission_reply':
      return readPermission(reply);
    default:
      return { title: toText(at(reply, 'title')) ?? type, description: toText(at(reply, 'description')) };
  }
}
