/**
 * The customer service window of a user.
 *
 * @beta
 */
export interface BotWindow {
  /** Whether free-form messages can be sent: the user wrote or called within 24 hours. `false` also if the bot has not heard of it. */
  readonly isOpen: boolean;
  /** When it closes or has closed, in epoch milliseconds; `undefined` if the bot has never heard of the user. */
  readonly closesAt: number | undefined;
  /** How long it stays open, in milliseconds; 0 if it is closed. */
  readonly timeLeft: number;
}

const windowMs = 24 * 3_600_000;

/** Returns the window of a user who last wrote at a time, as it is `at` another. */
export function toWindow(userAt: number | undefined, at: number): BotWindow {
  const closesAt = userAt === undefined ? undefined : userAt + windowMs;
  const timeLeft = closesAt === undefined ? 0 : Math.max(closesAt - at, 0);
  return { isOpen: timeLeft > 0, closesAt, timeLeft };
}
