import { type ChangeContext, type EventBase, isObject } from './base.ts';
import type { WireError } from './shared.ts';

/**
 * An error about the number or the account, not about one message: a rate limit, an incoming message that was lost.
 * Errors of one message stand in `errors` of its status or of the message itself.
 *
 * Source: Meta, "errors messages webhook reference".
 */
export interface PlatformErrorEvent extends EventBase<'error', WireError> {
  /** Meta does not say when. */
  readonly at: undefined;
  /** Meta's error code; `describeErrorCode` tells what to do. */
  readonly code: number;
  readonly title: string | undefined;
  readonly details: string | undefined;
}

/** Says whether an item is an error. */
export const isWireError = (item: unknown): item is WireError =>
  isObject(item) && typeof item['code'] === 'number';

/** Builds the event of one error. */
export const errorEvent = (wire: WireError, change: ChangeContext): PlatformErrorEvent => ({
  kind: 'error',
  at: undefined,
  code: wire.code,
  title: wire.title,
  details: wire.error_data?.details,
  field: change.field,
  wabaId: change.wabaId,
  phoneNumberId: change.phoneNumberId,
  displayPhoneNumber: change.displayPhoneNumber,
  wire,
});
