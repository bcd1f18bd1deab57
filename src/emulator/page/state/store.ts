import type { PhoneEvent } from '../protocol/protocol.ts';
import type { Desk } from './desk.ts';
import { emptyPage, type PageEvent, type PageState } from './page-state.ts';
import { reduce } from './reduce.ts';

/** Holds the page's state; thousands of events a second become a few drawings. */
export interface Store {
  readonly state: () => PageState;
  readonly dispatch: (event: PhoneEvent | PageEvent) => void;
  /** Calls back after changes, when the page is ready to draw; gives what stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates the store; `desk` is how the page was laid out before a reload. */
export function createStore(now: () => number, nextFrame: (draw: () => void) => void, desk?: Desk): Store {
  const listeners = new Set<() => void>();
  let state: PageState = { ...emptyPage, ...desk };
  let waiting = false;
  const draw = (): void => {
    waiting = false;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    dispatch(event) {
      const after = reduce(state, event, now());
      if (after === state) return;
      state = after;
      if (waiting) return;
      waiting = true;
      nextFrame(draw);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
