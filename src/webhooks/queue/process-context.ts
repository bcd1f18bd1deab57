/** What a worker knows about the webhook that it passes to `handler.process`. */
export interface ProcessContext {
  /** The tenant whose secret signed the webhook. Default: none, there is one tenant. */
  readonly tenant?: string | undefined;
  /** Names the webhook. A worker that received it takes over the events which an earlier worker has locked under the same name. Default: none. */
  readonly owner?: string | undefined;
  /** How long an event is locked between two renewals, in milliseconds. Default: `leaseMs` of `createWebhookHandler`. */
  readonly leaseMs?: number | undefined;
  /** Aborts when the worker has lost the lease of the webhook; the signal of each handler aborts with it. Default: never. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each lane once all of its events in this body have been handled, while others may still be. Default: none. */
  readonly onLaneDone?: ((lane: string) => void) | undefined;
}
