import type { PhoneState } from '../protocol/protocol.ts';

/** The panels next to the phones, in the order of their tabs. */
export const panelNames = ['inspector', 'templates', 'network', 'bill', 'connect'] as const;
export type PanelName = (typeof panelNames)[number];

/** What the page knows: what the emulator sent, and what the user has opened. */
export interface PageState {
  readonly link: 'connecting' | 'live' | 'lost';
  /** Absent until the first event. */
  readonly phone: PhoneState | undefined;
  /** When the clock was last read, on the browser's own clock: between two readings the page adds the time that passed. */
  readonly clockReadAt: number;
  /** The open phones, by WhatsApp ID, left to right. Absent before the first state on a fresh page: the busiest open then. */
  readonly open: readonly string[] | undefined;
  /** The phone that has the whole screen where there is room for one only. */
  readonly focused: string | undefined;
  readonly panel: PanelName;
  /** Which half a narrow screen shows. */
  readonly half: 'phones' | 'panel';
  /** What the inspector is searched for. */
  readonly search: string;
  /** What the list of users is searched for. */
  readonly people: string;
  /** The journal entry that is unfolded. */
  readonly selected: number | undefined;
  readonly notice: Notice | undefined;
}

/** A passing remark. */
export interface Notice {
  readonly text: string;
  readonly tone: 'good' | 'bad';
}

/** What the person does to the page itself; the emulator never hears of it. */
export type PageEvent =
  | { readonly kind: 'link'; readonly link: PageState['link'] }
  | { readonly kind: 'openPhone'; readonly waId: string }
  | { readonly kind: 'closePhone'; readonly waId: string }
  | { readonly kind: 'showPanel'; readonly panel: PanelName }
  | { readonly kind: 'showPhones' }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'findPeople'; readonly text: string }
  /** Unfolds a journal entry, or folds it when it already is; `search` brings it to the inspector from elsewhere. */
  | { readonly kind: 'select'; readonly entry: number }
  | { readonly kind: 'notice'; readonly notice: Notice | undefined };

export const emptyPage: PageState = {
  link: 'connecting',
  phone: undefined,
  clockReadAt: 0,
  open: undefined,
  focused: undefined,
  panel: 'inspector',
  half: 'phones',
  search: '',
  people: '',
  selected: undefined,
  notice: undefined,
};
