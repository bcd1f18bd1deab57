import {
  type ChangeContext,
  type Emit,
  type EventBase,
  type UnknownEvent,
  type RawObject,
  withText,
  readId,
  toEventPlace,
  readTime,
} from './base.ts';
import { type PlatformErrorEvent, errorEvent } from './error.ts';
import type { IncomingMedia } from './message-content.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { RawError } from './shared.ts';
import { type CallStatusEvent, type PaymentStatusEvent, type StatusEvent, statusEvent } from './status.ts';
import { type AboutUser, readParty } from './user.ts';

/** A call as Meta sends it. */
export interface RawCall {
  readonly id: string;
  readonly event:
    | 'call_created'
    | 'connect'
    | 'terminate'
    | 'call_recording_available'
    | 'call_transcription_available'
    | (string & {});
  readonly timestamp: string | number;
  readonly direction?: 'BUSINESS_INITIATED' | 'USER_INITIATED' | (string & {}) | undefined;
  readonly from?: string | undefined;
  readonly from_user_id?: string | undefined;
  readonly from_parent_user_id?: string | undefined;
  readonly to?: string | undefined;
  readonly to_user_id?: string | undefined;
  readonly to_parent_user_id?: string | undefined;
  /** With `connect`: the offer or the answer. */
  readonly session?:
    { readonly sdp_type?: 'offer' | 'answer'; readonly sdp?: string | undefined } | undefined;
  /** With `terminate`. One of Meta's pages shows a list of words here. */
  readonly status?: 'COMPLETED' | 'FAILED' | (string & {}) | readonly string[] | undefined;
  /** With `terminate`: seconds since 1970. */
  readonly start_time?: string | number | undefined;
  readonly end_time?: string | number | undefined;
  /** With `terminate`: seconds. */
  readonly duration?: number | undefined;
  readonly deeplink_payload?: string | undefined;
  readonly cta_payload?: string | undefined;
  readonly biz_opaque_callback_data?: string | undefined;
  readonly call_recording?:
    { readonly type?: string; readonly audio?: IncomingMedia | undefined } | undefined;
  readonly call_transcript?: { readonly document?: IncomingMedia | undefined } | undefined;
  readonly [key: string]: unknown;
}

/**
 * A call began, connected or ended, or its recording or transcript can be fetched.
 *
 * Source: Meta, "Calling API".
 */
export interface CallEvent extends EventBase<'call', RawCall>, AboutUser {
  readonly callId: string;
  readonly event: RawCall['event'];
  readonly at: number;
  readonly direction: RawCall['direction'];
  /** When the call began and ended; with `terminate` of a call that connected. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly callbackData: string | undefined;
  /** Why the call failed. */
  readonly errors: readonly RawError[] | undefined;
}

const isRawCall = withText<RawCall>('id', 'event');

const isErrorList = (value: unknown): value is readonly RawError[] => Array.isArray(value);

/** The one call of a change that reports errors: Meta puts them next to the list of calls, not into the call. */
const isAlone = (value: RawObject): boolean => Array.isArray(value['calls']) && value['calls'].length === 1;

/** Which side of the call is the user's. One of Meta's examples names a direction that its numbers contradict: the numbers decide. */
function userSide({ from, to, direction }: RawCall, ours: string | undefined): 'from' | 'to' {
  if (ours !== undefined && (from === ours || to === ours)) return from === ours ? 'to' : 'from';
  return direction === 'BUSINESS_INITIATED' ? 'to' : 'from';
}

function callEvent(item: RawObject, change: ChangeContext, context: ItemContext): CallEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isRawCall(item)) return undefined;
  const { direction } = item;
  const side = userSide(item, change.displayPhoneNumber);
  const errors = context.value['errors'];
  return {
    kind: 'call',
    callId: item.id,
    event: item.event,
    at,
    direction,
    ...readParty(item, side, context.contacts),
    startedAt: readTime(item.start_time),
    endedAt: readTime(item.end_time),
    callbackData: readId(item.biz_opaque_callback_data),
    errors: isErrorList(errors) && isAlone(context.value) ? errors : undefined,
    ...toEventPlace(change),
    raw: item,
  };
}

type CallsFieldEvent = CallEvent | CallStatusEvent | PaymentStatusEvent | StatusEvent | PlatformErrorEvent;

const readCalls = readLists<CallsFieldEvent>({ calls: callEvent, statuses: statusEvent, errors: errorEvent });

/** The field `calls`. */
export const callsFields = {
  calls: (value: RawObject, change: ChangeContext, emit: Emit<CallsFieldEvent | UnknownEvent>): void => {
    const events: (CallsFieldEvent | UnknownEvent)[] = [];
    readCalls(value, change, (event) => void events.push(event));
    const isTold = events.some((event) => event.kind === 'call' && event.errors !== undefined);
    for (const event of events) if (event.kind !== 'error' || !isTold) emit(event);
  },
};
