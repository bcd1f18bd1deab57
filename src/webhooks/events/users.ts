import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  withText,
  readId,
  isObject,
  toEventPlace,
  readTime,
} from './base.ts';
import { type ItemContext, readLists } from './readers.ts';
import { type AboutUser, type UserIds, readUser, readUserIds } from './user.ts';

/** An id before and after. */
export interface RawIdChange {
  readonly previous?: string | undefined;
  readonly current?: string | undefined;
}

/** A change of a user's ids as Meta sends it. */
export interface RawUserIdUpdate {
  readonly wa_id?: string | undefined;
  readonly detail?: string | undefined;
  readonly user_id?: RawIdChange | undefined;
  readonly parent_user_id?: RawIdChange | undefined;
  readonly timestamp: string | number;
}

/**
 * A user's business-scoped id changed. `bsuid` is the new one. The same news also comes as a message of type `system`.
 *
 * Source: Meta, "Business-scoped user ids".
 */
export interface UserIdChangeEvent extends EventBase<'userIdChange', RawUserIdUpdate>, AboutUser {
  readonly at: number;
  readonly previousBsuid: UserIds['bsuid'];
  readonly previousParentBsuid: UserIds['parentBsuid'];
}

const isUserIdUpdate = (item: RawObject): item is RawUserIdUpdate & RawObject => isObject(item['user_id']);

function userIdChange(
  item: RawObject,
  change: ChangeContext,
  { contacts }: ItemContext,
): UserIdChangeEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isUserIdUpdate(item)) return undefined;
  return {
    kind: 'userIdChange',
    at,
    ...readUser(contacts, item.wa_id, item.user_id?.current, item.parent_user_id?.current),
    previousBsuid: readId(item.user_id?.previous),
    previousParentBsuid: readId(item.parent_user_id?.previous),
    ...toEventPlace(change),
    raw: item,
  };
}

/** A change of the address book as Meta sends it. */
export interface RawStateSync {
  readonly type: 'contact' | (string & {});
  readonly action: 'add' | 'remove' | (string & {});
  readonly contact?:
    | {
        readonly full_name?: string | undefined;
        readonly first_name?: string | undefined;
        readonly phone_number?: string | undefined;
        readonly user_id?: string | undefined;
        readonly username?: string | undefined;
      }
    | undefined;
  readonly metadata?: { readonly timestamp?: string | number | undefined } | undefined;
}

/**
 * The business added, changed or removed a contact in the WhatsApp Business app.
 *
 * Source: Meta, "smb_app_state_sync webhook reference".
 */
export interface ContactSyncEvent extends EventBase<'contactSync', RawStateSync>, UserIds {
  readonly at: number | undefined;
  readonly action: RawStateSync['action'];
}

const isStateSync = (item: RawObject): item is RawStateSync & RawObject =>
  item['type'] === 'contact' && typeof item['action'] === 'string';

function contactSync(item: RawObject, change: ChangeContext): ContactSyncEvent | undefined {
  if (!isStateSync(item)) return undefined;
  return {
    kind: 'contactSync',
    at: readTime(item.metadata?.timestamp) ?? change.entryAt,
    action: item.action,
    ...readUserIds(item.contact?.phone_number, item.contact?.user_id),
    ...toEventPlace(change),
    raw: item,
  };
}

/** A conversion as Meta sends it. */
export interface RawAutomaticEvent {
  readonly id: string;
  readonly event_name: 'LeadSubmitted' | 'Purchase' | (string & {});
  readonly timestamp: number | string;
  readonly ctwa_clid?: string | undefined;
  readonly custom_data?:
    { readonly currency?: string | undefined; readonly value?: number | undefined } | undefined;
}

/**
 * Meta noticed a lead or a purchase in a chat that an ad began.
 *
 * Source: Meta, "Automatic Events API".
 */
export interface ConversionEvent extends EventBase<'conversion', RawAutomaticEvent> {
  readonly at: number;
  /** The message that showed it. */
  readonly wamid: string;
  readonly name: RawAutomaticEvent['event_name'];
  /** The click id of the ad. */
  readonly ctwaClid: string | undefined;
}

const isAutomaticEvent = withText<RawAutomaticEvent>('id', 'event_name');

function conversion(item: RawObject, change: ChangeContext): ConversionEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isAutomaticEvent(item)) return undefined;
  const own = { at, wamid: item.id, name: item.event_name, ctwaClid: readId(item.ctwa_clid) };
  return { kind: 'conversion', ...own, ...toEventPlace(change), raw: item };
}

/** The fields about users. */
export const userFields = {
  user_id_update: readLists<UserIdChangeEvent>({ user_id_update: userIdChange }),
  smb_app_state_sync: readLists<ContactSyncEvent>({ state_sync: contactSync }),
  automatic_events: readLists<ConversionEvent>({ automatic_events: conversion }),
};
