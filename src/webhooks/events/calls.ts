import {
  type ChangeContext,
  type Emit,
  type EventBase,
  type UnknownEvent,
  type WireObject,
  idOf,
  placeOf,
  timeOf,
} from './base.ts';
import { type PlatformErrorEvent, errorEvent } from './error.ts';
import type { IncomingMedia } from './message-content.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { WireError } from './shared.ts';
import { type CallStatusEvent, type PaymentStatusEvent, type StatusEvent, statusEvent } from './status.ts';
import type { AboutUser } from './user.ts';

/** A call as Meta sends it. */
export interface WireCall {
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
export interface CallEvent extends EventBase<'call', WireCall>, AboutUser {
  readonly callId: string;
  readonly event: WireCall['event'];
  readonly at: number;
  readonly direction: WireCall['direction'];
  /** When the call began and ended; with `terminate` of a call that connected. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly correlationKey: string | undefined;
  /** Why the call failed. */
  readonly errors: readonly WireError[] | undefined;
}

const isWireCall = (item: WireObject): item is WireCall & WireObject =>
  typeof item['id'] === 'string' && typeof item['event'] === 'string';

const isErrorList = (value: unknown): value is readonly WireError[] => Array.isArray(value);

/** The one call of a change that reports errors: Meta puts them beside the call, not in it. */
const isAlone = (value: WireObject): boolean => Array.isArray(value['calls']) && value['calls'].length === 1;

/** Which side of the call is the user's. One of Meta's examples names a direction that its numbers contradict: the numbers decide. */
function userSide({ from, to, direction }: WireCall, ours: string | undefined): 'from' | 'to' {
  if (ours !== undefined && (from === ours || to === ours)) return from === ours ? 'to' : 'from';
  return direction === 'BUSINESS_INITIATED' ? 'to' : 'from';
}

function callEvent(item: WireObject, change: ChangeContext, context: ItemContext): CallEvent | undefined {
  const at = timeOf(item['timestamp']);
  if (at === undefined || !isWireCall(item)) return undefined;
  const { direction } = item;
  const side = userSide(item, change.displayPhoneNumber);
  const waId = idOf(item[side]);
  const bsuid = idOf(item[`${side}_user_id`]);
  const contact = context.contacts.find(waId, bsuid);
  const errors = context.value['errors'];
  return {
    kind: 'call',
    callId: item.id,
    event: item.event,
    at,
    direction,
    waId: waId ?? idOf(contact?.wa_id),
    bsuid: bsuid ?? idOf(contact?.user_id),
    parentBsuid: idOf(item[`${side}_parent_user_id`] ?? contact?.parent_user_id),
    contact,
    startedAt: timeOf(item.start_time),
    endedAt: timeOf(item.end_time),
    correlationKey: idOf(item.biz_opaque_callback_data),
    errors: isErrorList(errors) && isAlone(context.value) ? errors : undefined,
    ...placeOf(change),
    wire: item,
  };
}

type CallsFieldEvent = CallEvent | CallStatusEvent | PaymentStatusEvent | StatusEvent | PlatformErrorEvent;

const readCalls = readLists<CallsFieldEvent>({ calls: callEvent, statuses: statusEvent, errors: errorEvent });

/** The field `calls`. */
export const callsFields = {
  calls: (value: WireObject, change: ChangeContext, emit: Emit<CallsFieldEvent | UnknownEvent>): void => {
    const events: (CallsFieldEvent | UnknownEvent)[] = [];
    readCalls(value, change, (event) => void events.push(event));
    const isTold = events.some((event) => event.kind === 'call' && event.errors !== undefined);
    for (const event of events) if (event.kind !== 'error' || !isTold) emit(event);
  },
};
