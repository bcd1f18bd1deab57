/**
 * What names a dialogue of a bot, and the type of its data; every `Dialogue` is one.
 *
 * @beta
 */
export interface DialogueName<Data = unknown> {
  /** Its name, which the store keeps. */
  readonly name: string;
  /** Only for the compiler: what the data is. Not there at run time. */
  readonly types?: { readonly data: Data } | undefined;
}
