/**
 * What a bot says of its own accord. Give a function to choose by user or language.
 *
 * @beta
 */
export interface BotTexts {
  /** The user tapped a button of an earlier question. */
  readonly stale: string;
  /** The user left a dialogue by a word. */
  readonly cancelled: string;
  /** A dialogue cannot go on: its version changed without `migrate`, or what was stored cannot be read. */
  readonly changed: string;
  /** An answer cannot be used. A question with `retry` says that instead. */
  readonly retry: string;
  /** The last attempt to answer a question cannot be used; the dialogue is over. `human` is called next. */
  readonly gaveUp: string;
  /** A sweep closed a dialogue whose user was silent for too long. Sent only while the window is open. Default: nothing is said. */
  readonly expired?: string | undefined;
}

/** What a bot says by default. */
export const defaultTexts: BotTexts = {
  stale: 'That was an earlier question.',
  cancelled: 'All right, I have stopped here.',
  changed: 'Sorry, I lost the thread. Please start again.',
  retry: 'Sorry, I did not understand that.',
  gaveUp: 'Sorry, I still do not understand.',
};
