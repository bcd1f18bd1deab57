import type { PhoneNumberId, WabaId } from '../shared/ids.ts';

/** Which business phone number a call works on. */
export interface NumberTarget {
  /** The id of the business phone number. Default: the client's. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/** Which WhatsApp Business Account a call works on. */
export interface WabaTarget {
  /** The id of the WhatsApp Business Account. Default: the client's. */
  readonly wabaId?: WabaId | undefined;
}

/** Which Meta app a call works on. */
export interface AppTarget {
  /** The id of the Meta app. Default: the client's. */
  readonly appId?: string | undefined;
}

/** Which business portfolio a call works on. */
export interface PortfolioTarget {
  /** The id of the business portfolio. Default: the client's. */
  readonly businessPortfolioId?: string | undefined;
}

/** How a list is fetched. */
export interface ListParams {
  /** Items a page; Meta's default is 25. The list itself goes on to its end whatever this is. */
  readonly limit?: number | undefined;
}

/** The reply of operations that only say that they worked. */
export interface Success {
  /** `true`: a refusal is thrown instead. */
  readonly success: boolean;
}
