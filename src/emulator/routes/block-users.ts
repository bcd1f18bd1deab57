import { toDigits } from '../../shared/phone-number.ts';
import { windowAt } from '../../pricing/windows/window.ts';
import { describeErrorCode } from '../../errors/codes.ts';
import { getNumber, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, toList, toText, type JsonObject } from '../kernel/json.ts';
import { paged } from '../http/paging.ts';
import { findConversation, findWaId } from '../users/user-store.ts';

const messaging_product = 'whatsapp';

interface Wanted {
  readonly input: string;
  readonly waId: string;
}

function getUsers(call: Call): readonly Wanted[] {
  const users = toList(parsed(call.fields['block_users'])).map((entry) => {
    const input = toText(at(entry, 'user'));
    const id = toText(at(entry, 'user_id')) ?? '';
    return {
      input: input ?? id,
      waId:
        input === undefined
          ? (call.context.state.userByBsuid.get(id) ?? '')
          : findWaId(call.context, toDigits(input)),
    };
  });
  if (users.length === 0)
    throw new GraphError(100, { message: '(#100) The parameter block_users is required.' });
  return users;
}

const shown = ({ input, waId }: Wanted): JsonObject => ({ input, wa_id: waId });

function failure(user: Wanted, code: number): JsonObject {
  return { ...shown(user), errors: [{ code, message: describeErrorCode(code)?.title }] };
}

function block(call: Call): RouteResult {
  const { context } = call;
  const number = getNumber(call);
  const [added, failed]: [Wanted[], JsonObject[]] = [[], []];
  for (const user of getUsers(call)) {
    // Only those who wrote within the last 24 hours can be blocked.
    const { window } = findConversation(context, number.id, user.waId);
    if (windowAt(window, context.now()).customerServiceUntil === undefined)
      failed.push(failure(user, 131047));
    else {
      context.state.blocked.set(`${number.id}:${user.waId}`, context.now());
      context.emit({ kind: 'user', at: context.now(), waId: user.waId });
      added.push(user);
    }
  }
  const block_users = {
    added_users: added.map(shown),
    ...(failed.length > 0 ? { failed_users: failed } : {}),
  };
  if (failed.length === 0) return { messaging_product, block_users };
  const error = {
    message: '(#139100) Failed to block/unblock some users',
    type: 'OAuthException',
    code: 139100,
    error_data: { details: 'Failed to block some users, see the block_users list for details' },
    fbtrace_id: context.ids.fbtrace(),
  };
  return Response.json({ messaging_product, block_users, error }, { status: 400 });
}

function unblock(call: Call): RouteResult {
  const number = getNumber(call);
  const users = getUsers(call);
  for (const { waId } of users) {
    call.context.state.blocked.delete(`${number.id}:${waId}`);
    call.context.emit({ kind: 'user', at: call.context.now(), waId });
  }
  return { messaging_product, block_users: { removed_users: users.map(shown) } };
}

function list(call: Call): RouteResult {
  const number = getNumber(call);
  const blocked = [...call.context.state.blocked.keys()].flatMap((key) => {
    const [phoneNumberId, waId] = key.split(':');
    return phoneNumberId === number.id ? [{ messaging_product, wa_id: waId }] : [];
  });
  return paged(call, blocked);
}

export const blockUserRoutes: RouteTable = {
  'GET phone/block_users': list,
  'POST phone/block_users': block,
  'DELETE phone/block_users': unblock,
};
