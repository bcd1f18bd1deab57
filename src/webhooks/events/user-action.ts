import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  withText,
  toEventPlace,
  readTime,
} from './base.ts';

/** What identifies a click, and where it was. */
export interface RawLinkClick {
  /** The part that was clicked: `cta` (a button) or `body`; not with the view of a landing page. */
  readonly click_component?: 'cta' | 'body' | (string & {}) | undefined;
  /** The product of a catalogue, where the click was on one. */
  readonly product_id?: string | undefined;
  readonly click_id?: string | undefined;
  readonly tracking_token?: string | undefined;
}

/** What Meta tells of an action. The view of a landing page carries the data of its click, in one of two fields: Meta's sources differ. */
export interface RawUserAction {
  readonly action_type: UserActionType;
  readonly timestamp: string | number;
  readonly marketing_messages_link_click_data?: RawLinkClick | undefined;
  readonly landing_page_view_data?: RawLinkClick | undefined;
  readonly [key: string]: unknown;
}

/** What a user did: clicked a link of a marketing message, or saw the page behind it (since 2026-09-24). */
export type UserActionType = 'marketing_messages_link_click' | 'landing_page_view' | (string & {});

/**
 * A user clicked a link of a marketing message, or looked at its landing page. Meta does not tell who.
 *
 * Source: Meta, "Track click events".
 */
export interface UserActionEvent extends EventBase<'userAction', RawUserAction> {
  readonly at: number;
  readonly action: UserActionType;
}

const isRawUserAction = withText<RawUserAction>('action_type');

/** Builds the event of one action. */
export function userActionEvent(item: RawObject, change: ChangeContext): UserActionEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isRawUserAction(item)) return undefined;
  return { kind: 'userAction', at, action: item.action_type, ...toEventPlace(change), raw: item };
}
