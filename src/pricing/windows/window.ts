import { badValue, show } from '../values/pricing-error.ts';

const hour = 3_600_000;
const customerServiceLength = 24 * hour;
const answerWithin = 24 * hour;
// Meta's changelog: a free entry point conversation lasts 72 h from 2023-03-01 (24 h before); "up to 7 days" from 2026-09-28. Confidence: medium.
const threeDaysSince = Date.UTC(2023, 2, 1);
const sevenDaysSince = Date.UTC(2026, 8, 28);

/** What one business number knows of one user (or one group): when they last wrote, and whether they came through a free entry point. */
export interface WindowState {
  /** When the user last wrote or called, in epoch milliseconds. */
  readonly userAt?: number | undefined;
  /** When the run of user messages and calls began that keeps the customer service window open to `userAt` without a gap. */
  readonly openFrom?: number | undefined;
  /** When the user came through an ad or a Page button that nobody has answered yet. */
  readonly entryAt?: number | undefined;
  /** When the answer opened the free entry point window. */
  readonly freeFrom?: number | undefined;
  /** When the free entry point window closes. */
  readonly freeUntil?: number | undefined;
}

/** Something that happened between a business number and a user. */
export type WindowEvent =
  | {
      /** The user (any member, in a group) wrote: opens or refreshes the customer service window. */
      readonly kind: 'inbound';
      /** When, in epoch milliseconds. */
      readonly at: number;
      /**
       * The user came through a Click-to-WhatsApp ad or a Facebook Page button, on Android or iOS. Leave it out for a boosted post, the web and
       * the desktop: they open no free entry point window.
       */
      readonly entry?: 'ad' | 'page' | undefined;
    }
  | {
      /** The user called, answered or not, or accepted the business's call: opens or refreshes the customer service window. */
      readonly kind: 'call';
      /** When, in epoch milliseconds. */
      readonly at: number;
    }
  | {
      /** The business's message, of any type, was delivered. Opens the free entry point window when it answers an entry in time; else changes nothing. */
      readonly kind: 'outbound';
      /** When, in epoch milliseconds. */
      readonly at: number;
    }
  | {
      /** A message from the WhatsApp Business app on a coexistence number: free, and touches no window. */
      readonly kind: 'app_message';
      /** When, in epoch milliseconds. */
      readonly at: number;
    };

/** What may be assumed about windows. */
export interface WindowOptions {
  /**
   * How many hours a free entry point window lasts. Default: 24 before 2023-03-01, then 72. Since 2026-09-28 Meta says "up to 7 days" (168) without
   * saying when; 72 is what is sure.
   */
  readonly freeEntryPointHours?: number | undefined;
}

/** Which windows are open, in a word. */
export type OpenWindows = 'closed' | 'customer_service' | 'free_entry_point' | 'both';

/** The windows at one instant. */
export interface WindowsAt {
  /** Which are open. Free-form messages need `customer_service` or `both`. */
  readonly open: OpenWindows;
  /** When the customer service window closes; `undefined` when it is closed. */
  readonly customerServiceUntil: number | undefined;
  /** When the free entry point window closes; `undefined` when it is closed. */
  readonly freeEntryPointUntil: number | undefined;
  /** The free entry point window is past its sure length but within the seven days that Meta allows since 2026-09-28. */
  readonly freeEntryPointMayBeOpen: boolean;
}

/** The windows of a user who has never written. */
export const closedWindow: WindowState = Object.freeze({});

function checkedAt(at: number): number {
  if (!Number.isFinite(at)) throw badValue('at', `${show(at)} is not a time in epoch milliseconds.`);
  return at;
}

/** Adds a user message or call, in whatever order they arrive. */
function userActive(state: WindowState, at: number): WindowState {
  const { userAt, openFrom } = state;
  if (userAt === undefined || openFrom === undefined || at >= userAt + customerServiceLength) {
    return { ...state, userAt: at, openFrom: at };
  }
  if (at > userAt) return { ...state, userAt: at };
  return at < openFrom && at + customerServiceLength >= openFrom ? { ...state, openFrom: at } : state;
}

function later(a: number | undefined, b: number): number {
  return a === undefined || b > a ? b : a;
}

function freeEntryPointLength(at: number, options: WindowOptions): number {
  const hours = options.freeEntryPointHours ?? (at < threeDaysSince ? 24 : 72);
  if (!Number.isFinite(hours) || hours < 0) {
    throw badValue('freeEntryPointHours', `${show(hours)} is not a number of hours from 0 up.`);
  }
  return hours * hour;
}

/**
 * Gives the windows after an event. Templates never open the customer service window; only the user does. An event that arrives late never
 * shortens a window.
 *
 * Source: Meta, "Pricing on the WhatsApp Business Platform" (customer service windows, free entry point windows).
 *
 * @example
 * const state = applyWindowEvent(closedWindow, { kind: 'inbound', at: Date.UTC(2026, 9, 1, 12) });
 * windowClosesAt(state); // Date.UTC(2026, 9, 2, 12)
 */
export function applyWindowEvent(
  state: WindowState,
  event: WindowEvent,
  options: WindowOptions = {},
): WindowState {
  const at = checkedAt(event.at);
  switch (event.kind) {
    case 'inbound': {
      const after = userActive(state, at);
      return event.entry === undefined ? after : { ...after, entryAt: later(state.entryAt, at) };
    }
    case 'call':
      return userActive(state, at);
    case 'outbound': {
      if (state.entryAt === undefined || at < state.entryAt) return state;
      if (at >= state.entryAt + answerWithin) return { ...state, entryAt: undefined };
      const freeUntil = at + freeEntryPointLength(at, options);
      return { ...state, entryAt: undefined, freeFrom: at, freeUntil };
    }
    case 'app_message':
      return state;
  }
}

/**
 * Tells which windows are open at an instant, and until when.
 *
 * @example
 * windowAt(applyWindowEvent(closedWindow, { kind: 'inbound', at: 0 }), 3_600_000);
 * // { open: 'customer_service', customerServiceUntil: 86400000, freeEntryPointUntil: undefined, freeEntryPointMayBeOpen: false }
 */
export function windowAt(state: WindowState, at: number): WindowsAt {
  checkedAt(at);
  const { userAt, openFrom, freeFrom, freeUntil } = state;
  const service =
    userAt !== undefined && openFrom !== undefined && at >= openFrom && at < userAt + customerServiceLength;
  const entered = freeFrom !== undefined && freeUntil !== undefined && at >= freeFrom;
  const free = entered && at < freeUntil;
  return {
    open: service ? (free ? 'both' : 'customer_service') : free ? 'free_entry_point' : 'closed',
    customerServiceUntil: service ? userAt + customerServiceLength : undefined,
    freeEntryPointUntil: free ? freeUntil : undefined,
    freeEntryPointMayBeOpen: entered && !free && freeFrom >= sevenDaysSince && at < freeFrom + 168 * hour,
  };
}

/** When the customer service window closes or closed, in epoch milliseconds; `undefined` when the user never wrote. */
export function windowClosesAt(state: WindowState): number | undefined {
  return state.userAt === undefined ? undefined : state.userAt + customerServiceLength;
}

/**
 * How long the customer service window stays open, in milliseconds; 0 when it is closed.
 *
 * @example
 * windowTimeLeft(applyWindowEvent(closedWindow, { kind: 'inbound', at: 0 }), 86_399_000); // 1000
 */
export function windowTimeLeft(state: WindowState, at: number): number {
  const until = windowAt(state, at).customerServiceUntil;
  return until === undefined ? 0 : until - at;
}

/**
 * Says whether a free-form message may be sent: the customer service window must be open, an open free entry point window is not enough.
 *
 * @param options.margin Milliseconds that must be left, for the message's way to Meta. Default 0.
 *
 * @example
 * canSendFreeForm(state, at, { margin: 60_000 }); // false in the last minute of the window
 */
export function canSendFreeForm(
  state: WindowState,
  at: number,
  options: { readonly margin?: number | undefined } = {},
): boolean {
  const margin = options.margin ?? 0;
  if (!Number.isFinite(margin) || margin < 0) {
    throw badValue('margin', `${show(margin)} is not a number of milliseconds from 0 up.`);
  }
  return windowTimeLeft(state, at) > margin;
}
