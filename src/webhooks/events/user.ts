import type { Bsuid, WaId } from '../../shared/ids.ts';
import type { RawContact } from './shared.ts';

/** The user whom an event is about. A user may show a number, a business-scoped id, or both. */
export interface UserIds {
  /** The user's number; `undefined` for users who show a user name only. */
  readonly waId: WaId | undefined;
  /** The user's business-scoped id. It may change: see the event `userIdChange`. */
  readonly bsuid: Bsuid | undefined;
  /** The same across the numbers of a business portfolio's partner. */
  readonly parentBsuid: Bsuid | undefined;
}

/** An event about a user. */
export interface AboutUser extends UserIds {
  /** Who the user is: profile name, user name. */
  readonly contact: RawContact | undefined;
}
