import { toEpoch } from '../values/calendar.ts';
import { badValue, show } from '../values/pricing-error.ts';

const hour = 3_600_000;
const customerServiceLength = 24 * hour;
const answerWithin = 24 * hour;
// Meta's changelog: a free entry point conversation lasts 72 h from 2023-03-01 (24 h before); "up to 7 days" from 2026-09-28. Confidence: medium.
const threeDaysSince = Date.UTC(2023, 2, 1);
const sevenDaysSince = Date.UTC(2026, 8, 28);

/** The windows between one business number and one user or group, as plain JSON: keep it, and pass it to the next call. All times are epoch milliseconds. */
export interface WindowState {
  /** When the user last wrote or called, in epoch milliseconds. */
  readonly userAt?: number | undefined;
  /** Since when the customer service window has been open without a gap, in epoch milliseconds. */
  readonly openFrom?: number | undefined;
  /** When the user came through an ad or a Page button, in epoch milliseconds; `undefined` once the business answered. */
  readonly entryAt?: number | undefined;
  /** When the business's answer opened the free entry point window, in epoch milliseconds. */
  readonly freeFrom?: number | undefined;
  /** When the free entry point window closes, in epoch milliseconds. */
  readonly freeUntil?: number | undefined;
}

/** Something that happened between a business number and a user. */
export type WindowEvent =
  | {
      /** The user (any member, in a group) wrote: opens or refreshes the customer service window. */
      readonly kind: 'inbound';
      /** When it happened, as a `Date` or epoch milliseconds. */
      readonly at: Date | number;
      /**
       * The user came through a Click-to-WhatsApp ad or a Facebook Page button, on Android or iOS. Leave it out for a boosted post, the web and
       * the desktop: they open no free entry point window.
       */
      readonly entry?: 'ad' | 'page' | undefined;
    }
  | {
      /** The user called, answered or not, or accepted the business's call: opens or refreshes the customer service window. */
      readonly kind: 'call';
      /** When it happened, as a `Date` or epoch milliseconds. */
      readonly at: Date | number;
    }
  | {
      /** The business's message, of any type, was delivered. Opens the free entry point window if it answers an entry within 24 hours; else changes nothing. */
      readonly kind: 'outbound';
      /** When it happened, as a `Date` or epoch milliseconds. */
      readonly at: Date | number;
    }
  | {
      /** A message from the WhatsApp Business app on a coexistence number: free, and without effect on the windows. */
      readonly kind: 'app_message';
      /** When it happened, as a `Date` or epoch milliseconds. */
      readonly at: Date | number;
    };

/** Options of {@link applyWindowEvent}. */
export interface WindowOptions {
  /**
   * How many hours a free entry point window lasts. Default: 24 before 2023-03-01, then 72. Since 2026-09-28 Meta says "up to 7 days" (168) without
   * saying when; 72 hours are certain.
   */
  readonly freeEntryPointHours?: number | undefined;
}

/** Which windows are open: none, one of the two, or both. */
export type OpenWindows = 'closed' | 'customer_service' | 'free_entry_point' | 'both';

/** The windows at one instant. */
export interface WindowsAt {
  /** Which are open. Free-form messages need `customer_service` or `both`. */
  readonly open: OpenWindows;
  /** When the customer service window closes, in epoch milliseconds; `undefined` if it is closed. */
  readonly customerServiceUntil: number | undefined;
  /** When the free entry point window closes, in epoch milliseconds; `undefined` if it is closed. */
  readonly freeEntryPointUntil: number | undefined;
  /** The free entry point window is past its certain length but within the seven days that Meta allows since 2026-09-28. */
  readonly freeEntryPointMayBeOpen: boolean;
}

/** The windows of a user who has never written. */
export const closedWindow: WindowState = Object.freeze({});

function checkedAt(time: Date | number): number {
  const at = toEpoch(time);
  if (!Number.isFinite(at)) throw badValue('at', `${show(at)} is not a time in epoch milliseconds.`);
  return at;
}

/** Adds a user message or call, in any order of arrival. */
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
 * Returns the windows after an event. Templates never open the customer service window; only the user does. An event that arrives late never
 * shortens a window.
 *
 * Throws `PricingError` if the time or `freeEntryPointHours` is not valid.
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
 * Returns the windows of two states that turned out to be one person's, such as a number's and a business-scoped user id's: what either of them saw
 * counts.
 *
 * @example
 * mergeWindows({ userAt: 0, openFrom: 0 }, { userAt: 3_600_000, openFrom: 3_600_000 }); // { userAt: 3600000, openFrom: 0, … }
 */
export function mergeWindows(a: WindowState, b: WindowState): WindowState {
  const [early, late] = (a.userAt ?? -Infinity) <= (b.userAt ?? -Infinity) ? [a, b] : [b, a];
  const isOverlapping =
    early.userAt !== undefined &&
    early.openFrom !== undefined &&
    late.openFrom !== undefined &&
    late.openFrom <= early.userAt + customerServiceLength;
  const free = (a.freeUntil ?? -Infinity) > (b.freeUntil ?? -Infinity) ? a : b;
  const entryAt = a.entryAt === undefined ? b.entryAt : later(b.entryAt, a.entryAt);
  return {
    userAt: late.userAt,
    openFrom: isOverlapping ? Math.min(early.openFrom ?? 0, late.openFrom) : late.openFrom,
    entryAt,
    freeFrom: free.freeFrom,
    freeUntil: free.freeUntil,
  };
}

/**
 * Returns which windows are open at an instant, and until when.
 *
 * Throws `PricingError` if the time is not valid.
 *
 * @param time A `Date` or epoch milliseconds.
 *
 * @example
 * windowAt(applyWindowEvent(closedWindow, { kind: 'inbound', at: 0 }), 3_600_000);
 * // { open: 'customer_service', customerServiceUntil: 86400000, freeEntryPointUntil: undefined, freeEntryPointMayBeOpen: false }
 */
export function windowAt(state: WindowState, time: Date | number): WindowsAt {
  const at = checkedAt(time);
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

/** Returns when the customer service window closes or closed, in epoch milliseconds; `undefined` if the user never wrote. */
export function windowClosesAt(state: WindowState): number | undefined {
  return state.userAt === undefined ? undefined : state.userAt + customerServiceLength;
}

/**
 * Returns how long the customer service window stays open, in milliseconds; 0 if it is closed.
 *
 * @param at A `Date` or epoch milliseconds.
 *
 * @example
 * windowTimeLeft(applyWindowEvent(closedWindow, { kind: 'inbound', at: 0 }), 86_399_000); // 1000
 */
export function windowTimeLeft(state: WindowState, at: Date | number): number {
  const until = windowAt(state, at).customerServiceUntil;
  return until === undefined ? 0 : until - toEpoch(at);
}

/**
 * Returns whether a free-form message may be sent: the customer service window must be open. An open free entry point window is not enough.
 *
 * Throws `PricingError` if the time or the margin is not valid.
 *
 * @param at A `Date` or epoch milliseconds.
 * @param options.margin Milliseconds of the window that must be left, as time for the message to reach Meta. Default 0.
 *
 * @example
 * canSendFreeForm(state, at, { margin: 60_000 }); // false in the last minute of the window
 */
export function canSendFreeForm(
  state: WindowState,
  at: Date | number,
  options: { readonly margin?: number | undefined } = {},
): boolean {
  const margin = options.margin ?? 0;
  if (!Number.isFinite(margin) || margin < 0) {
    throw badValue('margin', `${show(margin)} is not a number of milliseconds from 0 up.`);
  }
  return windowTimeLeft(state, at) > margin;
}
