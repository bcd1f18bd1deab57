import { WebhookError } from '../../errors/webhook-error.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { EventContext } from './event-context.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';

type Handler = (event: WebhookEvent, context: EventContext) => unknown;

/** How long a handler may run, and what may end it before. */
export interface HandlerLimits {
  /** How long the handlers of an event may run together, in milliseconds. */
  readonly handlerTimeout: number;
  /** How long a handler may go on after its signal has aborted, in milliseconds. */
  readonly graceMs: number;
  /** Aborts the signal of the handlers. */
  readonly stop: AbortController;
  /** The tenant of the event. */
  readonly tenant: string | undefined;
}

/**
 * Calls the handlers of an event: that of its kind, then `any`. When the time is over, their signal aborts; the event has failed once they have
 * settled, or the grace is over as well.
 */
export async function runHandlers(
  on: WebhookHandlers,
  event: WebhookEvent,
  { handlerTimeout, graceMs, stop, tenant }: HandlerLimits,
): Promise<void> {
  const { signal } = stop;
  const handler = on[event.kind] as Handler | undefined;
  const context = { signal, tenant };
  if (handler === undefined && on.any === undefined) return;
  const callBoth = async (): Promise<void> => {
    signal.throwIfAborted();
    await handler?.(event, context);
    signal.throwIfAborted();
    await on.any?.(event, context);
  };
  const { promise: overtime, reject } = Promise.withResolvers<never>();
  let timer = setTimeout(() => {
    stop.abort(new WebhookError('handler_timeout', { details: [`handlerTimeout is ${handlerTimeout} ms.`] }));
    timer = setTimeout(reject, graceMs);
  }, handlerTimeout);
  try {
    await Promise.race([callBoth(), overtime]);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  signal.throwIfAborted();
}
