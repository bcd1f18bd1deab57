/**
 * One thing to choose. It may carry data of your own, which is not sent and comes back from `choiceOf`.
 *
 * @beta
 */
export interface MenuChoice {
  /** What a tap comes back with: 1 to 200 characters, different in each choice. */
  readonly id: string;
  /** Shown as it is up to 20 characters on a button and 24 in a list; a longer one is cut, and shown whole in the description or the body. */
  readonly title: string;
  /** More about the choice, under its title; in the body where the choices are buttons. */
  readonly description?: string | undefined;
}
