import { WebhookError } from '../../errors/webhook-error.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { EventContext } from './event-context.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';

type Handler = (event: WebhookEvent, context: EventContext) => unknown;

/** How long the handlers of an event may run, and of which tenant it is. */
export interface HandlerLimits {
  /** How long they may run together, in milliseconds. */
  readonly handlerTimeout: number;
  /** How long they may go on after their signal has aborted, in milliseconds. */
  readonly graceMs: number;
  /** The tenant of the event. */
  readonly tenant?: string | undefined;
}

/** Stops the handlers of one event. Its signal is created for the handler that asks for it: most do not. */
export class Stop {
  #controller: AbortController | undefined;
  #reason: unknown;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }

  throwIfAborted(): void {
    if (this.#reason !== undefined) throw this.#reason;
  }
}

class HandlerContext implements EventContext {
  readonly tenant: string | undefined;
  readonly #stop: Stop;

  constructor(stop: Stop, tenant: string | undefined) {
    this.tenant = tenant;
    this.#stop = stop;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Waits for the handlers of an event. When the time is over, their signal aborts; then they have the grace to settle. */
async function inTime(
  work: Promise<void>,
  stop: Stop,
  { handlerTimeout, graceMs }: HandlerLimits,
): Promise<void> {
  const { promise: overtime, reject } = Promise.withResolvers<never>();
  let timer = setTimeout(() => {
    stop.abort(new WebhookError('handler_timeout', { details: [`handlerTimeout is ${handlerTimeout} ms.`] }));
    timer = setTimeout(reject, graceMs);
  }, handlerTimeout);
  try {
    await Promise.race([work, overtime]);
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  stop.throwIfAborted();
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
  stop: Stop,
  limits: HandlerLimits,
): Promise<void> | undefined {
  const handler = on[event.kind] as Handler | undefined;
  if (handler === undefined && on.any === undefined) return undefined;
  stop.throwIfAborted();
  const context = new HandlerContext(stop, limits.tenant);
  const first = handler?.(event, context);
  if (!isThenable(first)) {
    const last = on.any?.(event, context);
    return isThenable(last) ? inTime(settle(last), stop, limits) : undefined;
  }
  return inTime(callAnyAfter(first, on, event, stop, context), stop, limits);
}

async function settle(work: PromiseLike<unknown>): Promise<void> {
  await work;
}

async function callAnyAfter(
  first: PromiseLike<unknown>,
  on: WebhookHandlers,
  event: WebhookEvent,
  stop: Stop,
  context: EventContext,
): Promise<void> {
  await first;
  stop.throwIfAborted();
  await on.any?.(event, context);
}
