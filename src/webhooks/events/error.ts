import { type ChangeContext, type EventBase, type WireObject, placeOf } from './base.ts';
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

const isWireError = (item: WireObject): item is WireError & WireObject => typeof item['code'] === 'number';

/** Builds the event of one error. */
export function errorEvent(item: WireObject, change: ChangeContext): PlatformErrorEvent | undefined {
  if (!isWireError(item)) return undefined;
  const details = item.error_data?.details;
  return {
    kind: 'error',
    at: undefined,
    code: item.code,
    title: item.title,
    details,
    ...placeOf(change),
    wire: item,
  };
}
