import { need, getNumber, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toText } from '../kernel/json.ts';

// Meta, "Business-scoped user IDs and usernames": 3 to 35 of a-z 0-9 . _, a letter, no dot at an end or doubled.
const shape = /^(?=.*[a-z])(?!www)(?!.*\.\.)[a-z0-9_](?:[a-z0-9._]{1,33})[a-z0-9_]$/;

function set(call: Call): RouteResult {
  const number = getNumber(call);
  const username = need(call, 'username').replace(/^@/, '');
  if (!shape.test(username))
    throw new GraphError(147001, { details: 'The username has another form than usernames may have' });
  const owner = [...call.context.state.phoneNumbers.values()].find(
    (one) => one.username === username && one !== number,
  );
  if (owner && toText(call.fields['transfer_action']) !== 'force_transfer') throw new GraphError(147005);
  if (owner) owner.username = undefined;
  number.username = username;
  call.context.notify({
    field: 'business_username_updates',
    value: { display_phone_number: number.waId, username, status: 'approved' },
  });
  return { status: 'approved' };
}

function get(call: Call): RouteResult {
  const { username } = getNumber(call);
  return username === undefined ? {} : { username, status: 'approved' };
}

function remove(call: Call): RouteResult {
  const number = getNumber(call);
  const { username } = number;
  number.username = undefined;
  if (username !== undefined)
    call.context.notify({
      field: 'business_username_updates',
      value: { display_phone_number: number.waId, username, status: 'deleted' },
    });
  return { success: true };
}

function suggest(call: Call): RouteResult {
  const base = getNumber(call)
    .verifiedName.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .slice(0, 30);
  return { data: [{ username_suggestions: [base, `${base}.shop`, `${base}_1`] }] };
}

function forgetContact(call: Call): RouteResult {
  const { users, userByBsuid } = call.context.state;
  const user = users.get(userByBsuid.get(need(call, 'bsuid')) ?? '');
  if (user) user.hidesNumber = true;
  return { messaging_product: 'whatsapp', success: true, deleted: user !== undefined };
}

export const usernameRoutes: RouteTable = {
  'POST phone/username': set,
  'GET phone/username': get,
  'DELETE phone/username': remove,
  'GET phone/username_suggestions': suggest,
  'DELETE phone/contact_book': forgetContact,
};
