import { at, toList, toText } from '../../kernel/json.ts';
import { panelNames, type PageState } from './page-state.ts';

/** What a reload must not forget: how the person has laid out the page. The conversations come from the emulator. */
export type Desk = Pick<PageState, 'open' | 'focused' | 'panel' | 'half' | 'search' | 'people' | 'selected'>;

const deskKey = 'wabakit desk';

/** Where a browser tab keeps the desk: `sessionStorage`, which throws where the browser forbids it. */
export type DeskStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

/** Returns the desk that a text holds; what is missing or unknown in it is as on a fresh page. */
export function readDesk(text: string): Desk | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const [open, selected] = [at(value, 'open'), at(value, 'selected')];
    return {
      open: Array.isArray(open) ? toList(open).flatMap((waId) => toText(waId) ?? []) : undefined,
      focused: toText(at(value, 'focused')),
      panel: panelNames.find((name) => name === at(value, 'panel')) ?? 'inspector',
      half: at(value, 'half') === 'panel' ? 'panel' : 'phones',
      search: toText(at(value, 'search')) ?? '',
      people: toText(at(value, 'people')) ?? '',
      selected: typeof selected === 'number' ? selected : undefined,
    };
  } catch {
    return undefined;
  }
}

/** Returns the desk as text. One without users was never laid out: the next users open by themselves. */
export function writeDesk({
  phone,
  open,
  focused,
  panel,
  half,
  search,
  people,
  selected,
}: PageState): string {
  const isLaidOut = (phone?.users.length ?? 0) > 0;
  return JSON.stringify({
    open: isLaidOut ? open : undefined,
    focused,
    panel,
    half,
    search,
    people,
    selected,
  });
}

/** Returns the desk that the tab kept; none on a fresh page, or where the browser keeps nothing. */
export function loadDesk(storage: DeskStorage): Desk | undefined {
  try {
    return readDesk(storage().getItem(deskKey) ?? '');
  } catch {
    return undefined;
  }
}

/** Keeps the desk for the next reload, where the browser allows it. */
export function keepDesk(storage: DeskStorage, page: PageState): void {
  if (page.phone === undefined) return;
  try {
    storage().setItem(deskKey, writeDesk(page));
  } catch {
    // A browser that keeps nothing shows a fresh desk after a reload.
  }
}
