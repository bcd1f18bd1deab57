import { type ChangeContext, type EventBase, type WireObject, placeOf, timeOf } from './base.ts';

/** What Meta tells of an action: `marketing_messages_link_click_data` for a click. */
export interface WireUserAction {
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
export interface UserActionEvent extends EventBase<'userAction', WireUserAction> {
  readonly at: number;
  readonly action: string;
}

const isWireUserAction = (item: WireObject): item is WireUserAction & WireObject =>
  typeof item['action_type'] === 'string';

/** Builds the event of one action. */
export function userActionEvent(item: WireObject, change: ChangeContext): UserActionEvent | undefined {
  const at = timeOf(item['timestamp']);
  if (at === undefined || !isWireUserAction(item)) return undefined;
  return { kind: 'userAction', at, action: item.action_type, ...placeOf(change), wire: item };
}
