import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  withText,
  readId,
  toEventPlace,
  readTime,
} from './base.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { RawError } from './shared.ts';
import { type AboutUser, readUserIds } from './user.ts';

/** A member, or a person whose joining or removal was requested. Some of Meta's examples write numbers as JSON numbers. */
export interface RawGroupParticipant {
  /** What your request said. */
  readonly input?: string | number | undefined;
  readonly wa_id?: string | number | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly username?: string | undefined;
  readonly errors?: readonly RawError[] | undefined;
}

/** One setting of a group and whether it was changed. */
export interface RawGroupSetting {
  readonly text?: string | undefined;
  readonly mime_type?: string | undefined;
  readonly sha256?: string | undefined;
  readonly update_successful?: boolean | undefined;
  readonly errors?: readonly RawError[] | undefined;
}

/** A group update as Meta sends it. Which fields it has depends on `type`. */
export interface RawGroupUpdate {
  readonly type: string;
  readonly timestamp: string | number;
  readonly group_id?: string | undefined;
  readonly request_id?: string | undefined;
  readonly subject?: string | undefined;
  readonly description?: string | undefined;
  readonly invite_link?: string | undefined;
  readonly join_approval_mode?: 'auto_approve' | 'approval_required' | (string & {}) | undefined;
  readonly added_participants?: readonly RawGroupParticipant[] | undefined;
  readonly removed_participants?: readonly RawGroupParticipant[] | undefined;
  readonly failed_participants?: readonly RawGroupParticipant[] | undefined;
  readonly reason?: 'invite_link' | (string & {}) | undefined;
  readonly initiated_by?: 'business' | 'participant' | (string & {}) | undefined;
  readonly join_request_id?: string | undefined;
  readonly wa_id?: string | number | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly username?: string | undefined;
  readonly profile_picture?: RawGroupSetting | undefined;
  readonly group_subject?: RawGroupSetting | undefined;
  readonly group_description?: RawGroupSetting | undefined;
  readonly errors?: readonly RawError[] | undefined;
  readonly [key: string]: unknown;
}

/** What the events about groups have in common. */
export interface GroupBase<Kind extends string, Type extends string>
  extends EventBase<Kind, RawGroupUpdate>, AboutUser {
  readonly at: number;
  readonly groupId: string | undefined;
  /** What happened. One example of Meta's carries `group_create` under another field: read the lists too. */
  readonly type: Type | (string & {});
  /** Your request that this answers. */
  readonly requestId: string | undefined;
  readonly errors: readonly RawError[] | undefined;
}

/**
 * A group was made or deleted, or could not be.
 *
 * Source: Meta, "Groups API: webhooks".
 */
export type GroupLifecycleEvent = GroupBase<'groupLifecycle', 'group_create' | 'group_delete'>;

/**
 * People joined, left, were removed, or ask to join (then `waId` and `bsuid` say who).
 *
 * Source: Meta, "Groups API: webhooks".
 */
export type GroupParticipantsEvent = GroupBase<
  'groupParticipants',
  | 'group_participants_add'
  | 'group_participants_remove'
  | 'group_join_request_created'
  | 'group_join_request_revoked'
>;

/**
 * The picture, subject or description of a group was changed, or could not be.
 *
 * Source: Meta, "Groups API: webhooks".
 */
export type GroupSettingsEvent = GroupBase<'groupSettings', 'group_settings_update'>;

/**
 * A group was suspended, or is free again.
 *
 * Source: Meta, "Groups API: webhooks".
 */
export type GroupStatusEvent = GroupBase<'groupStatus', 'group_suspend' | 'group_suspend_cleared'>;

const isRawGroupUpdate = withText<RawGroupUpdate>('type');

const groupUpdate = <Kind extends string>(kind: Kind) => ({
  groups: (item: RawObject, change: ChangeContext, { contacts }: ItemContext) => {
    const at = readTime(item['timestamp']);
    if (at === undefined || !isRawGroupUpdate(item)) return undefined;
    return {
      kind,
      at,
      groupId: readId(item.group_id),
      type: item.type,
      requestId: readId(item.request_id),
      ...readUserIds(item.wa_id, item.user_id, item.parent_user_id),
      contact: contacts.find(item.wa_id, item.user_id),
      errors: item.errors,
      ...toEventPlace(change),
      raw: item,
    };
  },
});

const participants = readLists<GroupParticipantsEvent>(groupUpdate('groupParticipants'));

/** The fields about groups. One page of Meta's spells the second in the singular. */
export const groupFields = {
  group_lifecycle_update: readLists<GroupLifecycleEvent>(groupUpdate('groupLifecycle')),
  group_participants_update: participants,
  group_participant_update: participants,
  group_settings_update: readLists<GroupSettingsEvent>(groupUpdate('groupSettings')),
  group_status_update: readLists<GroupStatusEvent>(groupUpdate('groupStatus')),
};
