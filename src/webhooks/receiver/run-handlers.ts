import { WebhookError } from '../../errors/webhook-error.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { EventContext } from './event-context.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';

type Handler = (event: WebhookEvent, context: EventContext) => unknown;

/** How long the handlers of an event may run. */
export interface HandlerLimits {
  /** How long they may run together, in milliseconds. */
  readonly handlerTimeout: number;
  /** How long they may go on after their signal has aborted, in milliseconds. */
  readonly graceMs: number;
}

/** What the handlers of one event get, and what stops them. The signal is created for the handler that asks for it: most do not. */
export class HandlerContext implements EventContext {
  readonly tenant: string | undefined;
  #controller: AbortController | undefined;

  constructor(tenant: string | undefined) {
    this.tenant = tenant;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#controller ??= new AbortController();
    this.#controller.abort(reason);
  }

  throwIfAborted(): void {
    this.#controller?.signal.throwIfAborted();
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (Object(value) as { readonly then?: unknown }).then === 'function';

/** Waits for handlers. When the time is over, their signal aborts; then they have the grace to settle. */
async function inTime(
  work: PromiseLike<unknown>,
  context: HandlerContext,
  { handlerTimeout, graceMs }: HandlerLimits,
): Promise<void> {
  const overtime = Promise.withResolvers<never>();
  let timer = setTimeout(() => {
    context.abort(new WebhookError('handler_timeout', { details: [`The limit is ${handlerTimeout} ms.`] }));
    timer = setTimeout(overtime.reject, graceMs);
  }, handlerTimeout);
  try {
    await Promise.race([work, overtime.promise]);
  } finally {
    clearTimeout(timer);
    // Says why, whatever the handlers did then.
    context.throwIfAborted();
  }
}

/**
 * Calls the handlers of an event: that of its kind, then `any`. When the time is over, their signal aborts; the event has failed once they have
 * settled, or the grace is over as well.
 *
 * @returns `undefined` if the handlers have returned already, without a promise.
 */
export function runHandlers(
  on: WebhookHandlers,
  event: WebhookEvent,
  context: HandlerContext,
  limits: HandlerLimits,
): Promise<void> | undefined {
  const handler = on[event.kind] as Handler | undefined;
  if (!handler && !on.any) return undefined;
  context.throwIfAborted();
  const first = handler?.(event, context);
  const all = isThenable(first) ? callAny(on, event, context, first) : on.any?.(event, context);
  return isThenable(all) ? inTime(all, context, limits) : undefined;
}

async function callAny(
  on: WebhookHandlers,
  event: WebhookEvent,
  context: HandlerContext,
  first: PromiseLike<unknown>,
): Promise<void> {
  await first;
  context.throwIfAborted();
  await on.any?.(event, context);
}
