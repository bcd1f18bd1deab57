import {
  type ChangeContext,
  type EventBase,
  type WireObject,
  idOf,
  isObject,
  placeOf,
  timeOf,
} from './base.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { AboutUser, UserIds } from './user.ts';

/** An id before and after. */
export interface WireIdChange {
  readonly previous?: string | undefined;
  readonly current?: string | undefined;
}

/** A change of a user's ids as Meta sends it. */
export interface WireUserIdUpdate {
  readonly wa_id?: string | undefined;
  readonly detail?: string | undefined;
  readonly user_id?: WireIdChange | undefined;
  readonly parent_user_id?: WireIdChange | undefined;
  readonly timestamp: string | number;
}

/**
 * A user's business-scoped id changed. `bsuid` is the new one. The same news also comes as a message of type `system`.
 *
 * Source: Meta, "Business-scoped user ids".
 */
export interface UserIdChangeEvent extends EventBase<'userIdChange', WireUserIdUpdate>, AboutUser {
  readonly at: number;
  readonly previousBsuid: UserIds['bsuid'];
  readonly previousParentBsuid: UserIds['parentBsuid'];
}

const isUserIdUpdate = (item: WireObject): item is WireUserIdUpdate & WireObject => isObject(item['user_id']);

function userIdChange(
  item: WireObject,
  change: ChangeContext,
  { contacts }: ItemContext,
): UserIdChangeEvent | undefined {
  const at = timeOf(item['timestamp']);
  if (at === undefined || !isUserIdUpdate(item)) return undefined;
  const waId = idOf(item.wa_id);
  const bsuid = idOf(item.user_id?.current);
  return {
    kind: 'userIdChange',
    at,
    waId,
    bsuid,
    previousBsuid: idOf(item.user_id?.previous),
    parentBsuid: idOf(item.parent_user_id?.current),
    previousParentBsuid: idOf(item.parent_user_id?.previous),
    contact: contacts.find(waId, bsuid),
    ...placeOf(change),
    wire: item,
  };
}

/** A change of the address book as Meta sends it. */
export interface WireStateSync {
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
export interface ContactSyncEvent extends EventBase<'contactSync', WireStateSync>, UserIds {
  readonly at: number | undefined;
  readonly action: WireStateSync['action'];
}

const isStateSync = (item: WireObject): item is WireStateSync & WireObject =>
  item['type'] === 'contact' && typeof item['action'] === 'string';

function contactSync(item: WireObject, change: ChangeContext): ContactSyncEvent | undefined {
  if (!isStateSync(item)) return undefined;
  return {
    kind: 'contactSync',
    at: timeOf(item.metadata?.timestamp),
    action: item.action,
    waId: idOf(item.contact?.phone_number),
    bsuid: idOf(item.contact?.user_id),
    parentBsuid: undefined,
    ...placeOf(change),
    wire: item,
  };
}

/** A conversion as Meta sends it. */
export interface WireAutomaticEvent {
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
export interface ConversionEvent extends EventBase<'conversion', WireAutomaticEvent> {
  readonly at: number;
  /** The message that showed it. */
  readonly wamid: string;
  readonly name: WireAutomaticEvent['event_name'];
  /** The click id of the ad. */
  readonly ctwaClid: string | undefined;
}

const isAutomaticEvent = (item: WireObject): item is WireAutomaticEvent & WireObject =>
  typeof item['id'] === 'string' && typeof item['event_name'] === 'string';

function conversion(item: WireObject, change: ChangeContext): ConversionEvent | undefined {
  const at = timeOf(item['timestamp']);
  if (at === undefined || !isAutomaticEvent(item)) return undefined;
  const own = { at, wamid: item.id, name: item.event_name, ctwaClid: idOf(item.ctwa_clid) };
  return { kind: 'conversion', ...own, ...placeOf(change), wire: item };
}

/** The fields about users. */
export const userFields = {
  user_id_update: readLists<UserIdChangeEvent>({ user_id_update: userIdChange }),
  smb_app_state_sync: readLists<ContactSyncEvent>({ state_sync: contactSync }),
  automatic_events: readLists<ConversionEvent>({ automatic_events: conversion }),
};
