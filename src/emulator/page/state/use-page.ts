import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer } from 'preact/hooks';
import type { ActionResult, PhoneAction } from '../protocol/protocol.ts';
import type { PageState } from './page-state.ts';
import { sendAction } from './send-action.ts';
import type { Store } from './store.ts';

export const StoreContext = createContext<Store | undefined>(undefined);

/** What a component may do. */
export interface Page {
  readonly state: PageState;
  readonly dispatch: Store['dispatch'];
  /** Asks the emulator; a refusal becomes a notice, and the answer says whether it was done. */
  readonly act: (action: PhoneAction) => Promise<boolean>;
}

function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('StoreContext is missing');
  return store;
}

const report = (store: Store, result: ActionResult): boolean => {
  if (!result.ok) {
    const text = result.code === undefined ? result.error : `${result.error} (${result.code})`;
    store.dispatch({ kind: 'notice', notice: { text, tone: 'bad' } });
  }
  return result.ok;
};

/** The page's state, followed. */
export function usePage(): Page {
  const store = useStore();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    // The first event may have come between drawing and subscribing.
    redraw(undefined);
    return store.subscribe(() => redraw(undefined));
  }, [store]);
  return { state: store.state(), ...getActions(store) };
}

/** The same without following: for what only acts. */
export function useActions(): Omit<Page, 'state'> {
  return getActions(useStore());
}

/** The name of a user, as it stands when the component is drawn. */
export const useUserName = (waId: string): string =>
  useStore()
    .state()
    .phone?.users.find((user) => user.waId === waId)?.name ?? `+${waId}`;

const getActions = (store: Store): Omit<Page, 'state'> => ({
  dispatch: store.dispatch,
  act: async (action) => report(store, await sendAction(action)),
});
