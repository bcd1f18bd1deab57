/** One thing that is wrong with a value, and where. */
export interface Issue {
  /** Where: dots and indexes, `interactive.action.buttons[3].reply.title`; an option's name for options. */
  readonly path: string;
  /** What is wrong, with the limit in it where there is one. */
  readonly message: string;
  /** The limit that the value breaks, in the unit that the message names. */
  readonly limit?: number | undefined;
  /** Meta's page for the rule. */
  readonly docs?: string | undefined;
}
