import type { JsonObject } from '../kernel/json.ts';
import { findUser, getMetadata, getWireIds } from '../users/user-store.ts';
import type { GroupRecord } from '../kernel/records.ts';
import { seconds } from '../kernel/wire-time.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

// Meta, "Groups API": 8 participants plus the business.
export const mostParticipants = 8;

/** Tells the business about a group. */
export function groupNotice(
  context: EmulatorContext,
  group: GroupRecord,
  field: string,
  what: JsonObject,
): void {
  const number = context.state.phoneNumbers.get(group.phoneNumberId);
  if (number === undefined) return;
  context.notify({
    field,
    about: group.id,
    value: {
      messaging_product: 'whatsapp',
      metadata: getMetadata(number),
      groups: [{ timestamp: seconds(context.now()), group_id: group.id, ...what }],
    },
  });
}

/** Puts a user into a group. */
export function joinGroup(context: EmulatorContext, group: GroupRecord, waId: string): void {
  if (group.participants.includes(waId)) return;
  group.participants = [...group.participants, waId];
  groupNotice(context, group, 'group_participants_update', {
    type: 'group_participants_add',
    reason: 'invite_link',
    added_participants: [getWireIds(findUser(context, waId))],
  });
}

/** A user opens an invite link: joins, or asks to. */
export function useInviteLink(
  context: EmulatorContext,
  group: GroupRecord,
  waId: string,
): 'joined' | 'asked' | 'full' {
  if (group.participants.length >= mostParticipants) return 'full';
  if (group.joinApprovalMode === 'auto_approve') {
    joinGroup(context, group, waId);
    return 'joined';
  }
  const id = context.ids.token(16);
  group.joinRequests = [...group.joinRequests, { id, waId }];
  groupNotice(context, group, 'group_participants_update', {
    type: 'group_join_request_created',
    join_request_id: id,
    ...getWireIds(findUser(context, waId)),
  });
  return 'asked';
}
