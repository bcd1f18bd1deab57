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
   * `new` moves the message on; `repeat` was known; `late` is a step that later ones had overtaken; `impossible` does not fit what was known:
   * a failure after delivery, or a delivery after a failure.
   */
  readonly verdict: 'new' | 'repeat' | 'late' | 'impossible';
}

const steps: readonly DeliveryStep[] = ['sent', 'delivered', 'read', 'played'];
const rankOf = (status: MessageStatus | undefined): number => steps.findIndex((step) => step === status);

function verdictOf(state: StatusState | undefined, status: MessageStatus): StatusStep['verdict'] {
  if (state === undefined) return 'new';
  if (state.times[status] !== undefined) return 'repeat';
  const reached = rankOf(state.reached);
  if (status === 'failed') return reached >= rankOf('delivered') ? 'impossible' : 'new';
  if (state.times.failed !== undefined && rankOf(status) >= rankOf('delivered')) return 'impossible';
  return rankOf(status) >= 0 && rankOf(status) < reached ? 'late' : 'new';
}

/**
 * Adds a status to what is known of its message. Statuses come in any order and more than once; whatever the order, the end is the same
 * state. Keep one state for each message, and for each member in a group.
 *
 * Source: Meta, "status messages webhook reference": order is not assured, and `delivered` is left out for a message that is read at once.
 *
 * @example
 * const read = statusOrder(undefined, readEvent);
 * const late = statusOrder(read.state, deliveredEvent);
 * late.verdict; // 'late'
 * late.state.status; // 'read'
 */
export function statusOrder(
  state: StatusState | undefined,
  event: Pick<StatusEvent, 'status' | 'at' | 'errors'>,
): StatusStep {
  const { status, at } = event;
  const times = { ...state?.times, [status]: Math.min(state?.times[status] ?? at, at) };
  const reached = steps[Math.max(rankOf(state?.reached), rankOf(status))];
  const codes = [state?.code, event.errors?.[0]?.code].filter((code) => code !== undefined);
  const end = times.failed === undefined ? (times.deleted === undefined ? undefined : 'deleted') : 'failed';
  return {
    state: {
      status: end ?? reached ?? status,
      reached,
      times,
      code: codes.length === 0 ? undefined : Math.min(...codes),
    },
    verdict: verdictOf(state, status),
  };
}
