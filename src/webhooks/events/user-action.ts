import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  withText,
  toEventPlace,
  readTime,
} from './base.ts';

/** What Meta tells of an action: `marketing_messages_link_click_data` for a click. */
export interface RawUserAction {
  readonly action_type: string;
  readonly timestamp: string | number;
  readonly marketing_messages_link_click_data?:
    | {
        readonly click_component?: string | undefined;
        readonly product_id?: string | undefined;
        readonly click_id?: string | undefined;
        readonly tracking_token?: string | undefined;
      }
    | undefined;
  readonly [key: string]: unknown;
}

/**
 * A user clicked a link of a marketing message, or looked at its landing page. Meta does not tell who.
 *
 * Source: Meta, "Track click events".
 */
export interface UserActionEvent extends EventBase<'userAction', RawUserAction> {
  readonly at: number;
  readonly action: string;
}

const isRawUserAction = withText<RawUserAction>('action_type');

/** Builds the event of one action. */
export function userActionEvent(item: RawObject, change: ChangeContext): UserActionEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isRawUserAction(item)) return undefined;
  return { kind: 'userAction', at, action: item.action_type, ...toEventPlace(change), raw: item };
}
