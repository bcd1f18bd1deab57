/** What a handler gets with its event. */
export interface EventContext {
  /**
   * Aborts when the handler has run for `handlerTimeout`, or when another process may have taken the event over. Pass it to your calls, so that none
   * of them leaves from then on, not even one that waits in the queue of the client.
   *
   * @example
   * message: (event, { signal }) => wa.messages.reply(event, { body: 'Thanks' }, { signal })
   */
  readonly signal: AbortSignal;
  /**
   * The tenant whose secret signed the webhook: the `id` that the option `tenant` returned. With a function for `appSecret` alone it is a hash of the
   * secret; `undefined` if the webhook handler has one tenant only.
   */
  readonly tenant: string | undefined;
}
