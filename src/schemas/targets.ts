import type { PhoneNumberId, WabaId } from '../shared/ids.ts';

/** The business phone number that a call works on. */
export interface NumberTarget {
  /** The id of the business phone number. Default: the client's. */
  readonly phoneNumberId?: PhoneNumberId | undefined;
}

/** The WhatsApp Business Account that a call works on. */
export interface WabaTarget {
  /** The id of the WhatsApp Business Account. Default: the client's. */
  readonly wabaId?: WabaId | undefined;
}

/** The Meta app that a call works on. */
export interface AppTarget {
  /** The id of the Meta app. Default: the client's. */
  readonly appId?: string | undefined;
}

/** The business portfolio that a call works on. */
export interface PortfolioTarget {
  /** The id of the business portfolio. Default: the client's. */
  readonly businessPortfolioId?: string | undefined;
}

/** How a list is read. */
export interface ListParams {
  /** The number of items that one request reads. Default: Meta's, 25. The list always goes on to its end. */
  readonly limit?: number | undefined;
}
