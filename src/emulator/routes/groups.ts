import { toDigits } from '../../shared/phone-number.ts';
import { need, getNumber, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { findUser, findWaId, getWireIds } from '../users/user-store.ts';
import { groupNotice, joinGroup, mostParticipants } from '../groups/group-life.ts';
import { at, toList, toText, type JsonObject } from '../kernel/json.ts';
import { paged, select } from '../http/paging.ts';
import type { GroupRecord } from '../kernel/records.ts';

const messaging_product = 'whatsapp';
// Meta, "Groups API": reference.
const subjectLength = 128;
const descriptionLength = 2_048;

function groupAt(call: Call): GroupRecord {
  const group = call.context.state.groups.get(call.id);
  if (group === undefined) throw noSuchObject(call.method, call.id);
  return group;
}

const link = (call: Call): string => `https://chat.whatsapp.com/${call.context.ids.token(22)}`;

function checkTexts(call: Call): { subject: string | undefined; description: string | undefined } {
  const [subject, description] = [toText(call.fields['subject']), toText(call.fields['description'])];
  if ((subject?.length ?? 0) > subjectLength || (description?.length ?? 0) > descriptionLength)
    throw new GraphError(100, {
      details: `subject takes ${subjectLength} characters and description ${descriptionLength}`,
    });
  return { subject, description };
}

function create(call: Call): RouteResult {
  const { context } = call;
  const number = getNumber(call);
  need(call, 'subject');
  const { subject = '', description } = checkTexts(call);
  const mode = toText(call.fields['join_approval_mode']) ?? 'auto_approve';
  if (mode !== 'auto_approve' && mode !== 'approval_required')
    throw new GraphError(100, {
      details: 'Param join_approval_mode must be auto_approve or approval_required',
    });
  const group: GroupRecord = {
    id: btoa(`capi_group:${number.waId}:${context.ids.node()}`).replace(/=+$/, ''),
    phoneNumberId: number.id,
    subject,
    description,
    joinApprovalMode: mode,
    inviteLink: link(call),
    participants: [],
    joinRequests: [],
    createdAt: context.now(),
  };
  context.state.groups.set(group.id, group);
  const request_id = context.ids.token(32);
  groupNotice(context, group, 'group_lifecycle_update', {
    type: 'group_create',
    request_id,
    subject,
    ...(description === undefined ? {} : { description }),
    invite_link: group.inviteLink,
    join_approval_mode: mode,
  });
  return { messaging_product, request_id };
}

function remove(call: Call): RouteResult {
  const group = groupAt(call);
  const request_id = call.context.ids.token(32);
  groupNotice(call.context, group, 'group_lifecycle_update', { type: 'group_delete', request_id });
  call.context.state.groups.delete(group.id);
  return { messaging_product, request_id, success: true };
}

function update(call: Call): RouteResult {
  const group = groupAt(call);
  const { subject, description } = checkTexts(call);
  const request_id = call.context.ids.token(32);
  group.subject = subject ?? group.subject;
  group.description = description ?? group.description;
  groupNotice(call.context, group, 'group_settings_update', {
    type: 'group_settings_update',
    request_id,
    ...(subject === undefined ? {} : { group_subject: { text: subject, update_successful: true } }),
    ...(description === undefined
      ? {}
      : { group_description: { text: description, update_successful: true } }),
  });
  return { messaging_product, request_id, success: true };
}

const node = (group: GroupRecord): JsonObject => ({
  messaging_product,
  id: group.id,
  subject: group.subject,
  creation_timestamp: Math.floor(group.createdAt / 1000),
  suspended: false,
  description: group.description,
  total_participant_count: group.participants.length,
  participants: group.participants.map((wa_id) => ({ wa_id })),
  join_approval_mode: group.joinApprovalMode,
});

function list(call: Call): RouteResult {
  const groups = [...call.context.state.groups.values()]
    .filter(({ phoneNumberId }) => phoneNumberId === call.id)
    .map(({ id, subject, createdAt }) => ({ id, subject, created_at: String(Math.floor(createdAt / 1000)) }));
  const { data, ...rest } = paged(call, groups);
  return { data: { groups: data }, ...rest };
}

function renewLink(call: Call): RouteResult {
  const group = groupAt(call);
  group.inviteLink = link(call);
  return { messaging_product, invite_link: group.inviteLink };
}

function dropLink(call: Call): RouteResult {
  groupAt(call).inviteLink = link(call);
  return { messaging_product, success: true };
}

/** A member as the call names one: by number, or by business-scoped user id. */
function getMember({ context }: Call, entry: unknown): string {
  const bsuid = toText(at(entry, 'user_id'));
  if (bsuid !== undefined) return context.state.userByBsuid.get(bsuid) ?? bsuid;
  return findWaId(context, toDigits(toText(at(entry, 'user')) ?? ''));
}

function removeParticipants(call: Call): RouteResult {
  const group = groupAt(call);
  const users = toList(parsed(call.fields['participants'])).map((entry) => getMember(call, entry));
  const missing = users.filter((user) => !group.participants.includes(user));
  if (users.length === 0 || missing.length > 0)
    throw new GraphError(131212, {
      details: `Not in the group: ${missing.join(', ') || 'no participant was given'}`,
    });
  group.participants = group.participants.filter((participant) => !users.includes(participant));
  const request_id = call.context.ids.token(32);
  groupNotice(call.context, group, 'group_participants_update', {
    type: 'group_participants_remove',
    request_id,
    initiated_by: 'business',
    removed_participants: users.map((user) => ({
      input: user,
      ...getWireIds(findUser(call.context, user)),
    })),
  });
  return { messaging_product, request_id };
}

function decide(call: Call, isApproval: boolean): RouteResult {
  const group = groupAt(call);
  const ids = toList(parsed(call.fields['join_requests'])).map(String);
  const done: string[] = [];
  const failed: JsonObject[] = [];
  for (const id of ids) {
    const request = group.joinRequests.find((one) => one.id === id);
    const isFull = isApproval && group.participants.length >= mostParticipants;
    if (request === undefined || isFull) {
      const code = isFull ? 131204 : 131213;
      failed.push({
        join_request_id: id,
        errors: [{ code, message: isFull ? 'Participant overlimit' : 'Join request does not exist' }],
      });
      continue;
    }
    group.joinRequests = group.joinRequests.filter((one) => one !== request);
    if (isApproval) joinGroup(call.context, group, request.waId);
    done.push(id);
  }
  const result = {
    messaging_product,
    [isApproval ? 'approved_join_requests' : 'rejected_join_requests']: done,
    ...(failed.length > 0 ? { failed_join_requests: failed } : {}),
  };
  return failed.length > 0 ? Response.json(result, { status: 206 }) : result;
}

export const groupRoutes: RouteTable = {
  'POST phone/groups': create,
  'GET phone/groups': list,
  'GET group': (call) => select(call, node(groupAt(call)), ['subject', 'messaging_product']),
  'POST group': update,
  'DELETE group': remove,
  'GET group/invite_link': (call) => ({ messaging_product, invite_link: groupAt(call).inviteLink }),
  'POST group/invite_link': renewLink,
  'DELETE group/invite_link': dropLink,
  'DELETE group/participants': removeParticipants,
  'GET group/join_requests': (call) =>
    paged(
      call,
      groupAt(call).joinRequests.map(({ id, waId }) => ({ join_request_id: id, wa_id: waId })),
    ),
  'POST group/join_requests': (call) => decide(call, true),
  'DELETE group/join_requests': (call) => decide(call, false),
};
