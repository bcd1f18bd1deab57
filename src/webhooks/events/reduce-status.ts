import { readNumber } from './base.ts';
import type { MessageStatus, StatusEvent } from './status.ts';

/** The steps of a message on its way, each of which includes the ones before it. */
export type DeliveryStep = 'sent' | 'delivered' | 'read' | 'played';

/** What is known of one message from the statuses that came so far, in whatever order they came. */
export interface StatusState {
  /** `failed` once it failed, `deleted` once it was deleted, else the furthest step. */
  readonly status: MessageStatus;
  /** The furthest step, also of a message that failed: a message may reach one device and fail on another. */
  readonly reached: DeliveryStep | undefined;
  /** When each status happened, in epoch milliseconds. A step that Meta left out (`delivered` before a quick `read`) is missing. */
  readonly times: Readonly<Partial<Record<MessageStatus, number>>>;
  /** The error of the failure. */
  readonly code: number | undefined;
}

/** What one status adds to what was known. */
export interface StatusStep {
  readonly state: StatusState;
  /**
   * `new` moves the message on; `repeat` was known; `out_of_order` is a step that later ones had overtaken; `conflict` does not fit what was known:
   * a failure after delivery, or a delivery after a failure.
   */
  readonly verdict: 'new' | 'repeat' | 'out_of_order' | 'conflict';
}

const steps: readonly DeliveryStep[] = ['sent', 'delivered', 'read', 'played'];
const getRank = (status: MessageStatus | undefined): number => steps.findIndex((step) => step === status);

function getVerdict(state: StatusState | undefined, status: MessageStatus): StatusStep['verdict'] {
  if (state === undefined) return 'new';
  if (state.times[status] !== undefined) return 'repeat';
  const reached = getRank(state.reached);
  if (status === 'failed') return reached >= getRank('delivered') ? 'conflict' : 'new';
  if (state.times.failed !== undefined && getRank(status) >= getRank('delivered')) return 'conflict';
  return getRank(status) >= 0 && getRank(status) < reached ? 'out_of_order' : 'new';
}

/**
 * Adds a status to what is known of its message. Statuses come in any order and more than once; whatever the order, the end is the same
 * state. Keep one state for each message, and for each member in a group.
 *
 * Source: Meta, "status messages webhook reference": order is not assured, and `delivered` is left out for a message that is read at once.
 *
 * @example
 * const read = reduceStatus(undefined, readEvent);
 * const late = reduceStatus(read.state, deliveredEvent);
 * late.verdict; // 'out_of_order'
 * late.state.status; // 'read'
 */
export function reduceStatus(
  state: StatusState | undefined,
  event: Pick<StatusEvent, 'status' | 'at' | 'errors'>,
): StatusStep {
  const { status, at } = event;
  const times = { ...state?.times, [status]: Math.min(state?.times[status] ?? at, at) };
  const reached = steps[Math.max(getRank(state?.reached), getRank(status))];
  const codes = [state?.code, readNumber(event.errors?.[0]?.code)].filter((code) => code !== undefined);
  const end = times.failed === undefined ? (times.deleted === undefined ? undefined : 'deleted') : 'failed';
  return {
    state: {
      status: end ?? reached ?? status,
      reached,
      times,
      code: codes.length === 0 ? undefined : Math.min(...codes),
    },
    verdict: getVerdict(state, status),
  };
}
