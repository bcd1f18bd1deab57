import { type ChangeContext, type EventBase, type RawObject, readNumber, toEventPlace } from './base.ts';
import type { RawError } from './shared.ts';

/**
 * An error about the number or the account, not about one message: a rate limit, an incoming message that was lost.
 * Errors of one message stand in `errors` of its status or of the message itself.
 *
 * Source: Meta, "errors messages webhook reference".
 */
export interface PlatformErrorEvent extends EventBase<'error', RawError> {
  /** `entry.time`, which Meta's examples of errors lack: usually `undefined`. */
  readonly at: number | undefined;
  /** Meta's error code; `describeErrorCode` tells what to do. */
  readonly code: number;
  readonly title: string | undefined;
  readonly details: string | undefined;
}

const isRawError = (item: RawObject): item is RawError & RawObject => readNumber(item['code']) !== undefined;

/** Builds the event of one error. */
export function errorEvent(item: RawObject, change: ChangeContext): PlatformErrorEvent | undefined {
  if (!isRawError(item)) return undefined;
  const details = item.error_data?.details;
  return {
    kind: 'error',
    at: change.entryAt,
    code: Number(item.code),
    title: item.title,
    details,
    ...toEventPlace(change),
    raw: item,
  };
}
