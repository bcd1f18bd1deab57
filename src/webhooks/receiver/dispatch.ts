import { WebhookError } from '../../errors/webhook-error.ts';
import { eventKey } from '../events/event-key.ts';
import type { WebhookEvent, WebhookEventKind, WebhookEventOf } from '../events/event.ts';
import { type WebhookEventTrace, traceEvent } from './hooks.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import type { WebhookLogger } from './webhook-logger.ts';

type EventOutcome = WebhookEventTrace['outcome'];

/** What to do with each kind of event. `any` sees every event, after the handler of its kind. */
export type WebhookHandlers = {
  readonly [Kind in WebhookEventKind]?: ((event: WebhookEventOf<Kind>) => unknown) | undefined;
} & {
  /** Sees every event, after the handler of its kind. */
  readonly any?: ((event: WebhookEvent) => unknown) | undefined;
};

/** How events are handled. */
export interface DispatchOptions {
  readonly on: WebhookHandlers;
  readonly dedupe?: IdempotencyStore | undefined;
  readonly serializeBy?: 'user' | undefined;
  readonly logger?: WebhookLogger | undefined;
  readonly onError: (error: unknown, event: WebhookEvent) => void;
}

const leaseMs = 5 * 60_000;
// Meta delivers again for up to 7 days.
const keepMs = 8 * 24 * 3_600_000;

async function callHandlers(on: WebhookHandlers, event: WebhookEvent): Promise<void> {
  const handler = on[event.kind] as ((event: WebhookEvent) => unknown) | undefined;
  await handler?.(event);
  await on.any?.(event);
}

async function handleOnce(
  on: WebhookHandlers,
  store: IdempotencyStore,
  event: WebhookEvent,
): Promise<EventOutcome> {
  const key = await eventKey(event);
  const state = await store.acquire(key, leaseMs);
  if (state !== 'acquired') return state === 'processed' ? 'duplicate' : 'locked';
  try {
    await callHandlers(on, event);
  } catch (error) {
    await store.release(key);
    throw error;
  }
  await store.commit(key, keepMs);
  return 'processed';
}

/** Who an event is about, so that the events of one user can wait for each other. */
function getUser(event: WebhookEvent): string | undefined {
  const user = ('bsuid' in event && event.bsuid) || ('waId' in event && event.waId);
  return user ? `${event.phoneNumberId}:${user}` : undefined;
}

/**
 * Makes the function that hands events to their handlers. Once all are done it rejects with a {@link WebhookError} if one was not handled:
 * `handler_failed`, or `event_locked` where another process is at it.
 */
export function createDispatcher(
  options: DispatchOptions,
): (events: readonly WebhookEvent[]) => Promise<void> {
  const { on, dedupe, logger, onError } = options;
  const tails = new Map<string, Promise<WebhookError | undefined>>();

  function report(event: WebhookEvent, outcome: EventOutcome, since: number): void {
    const { kind, field } = event;
    const trace = { kind, field, outcome, durationMs: performance.now() - since };
    traceEvent(trace);
    logger?.[outcome === 'failed' ? 'error' : 'debug'](trace, 'webhook event');
  }

  async function handle(event: WebhookEvent): Promise<WebhookError | undefined> {
    const since = performance.now();
    try {
      if (dedupe === undefined) await callHandlers(on, event);
      const outcome = dedupe === undefined ? 'processed' : await handleOnce(on, dedupe, event);
      report(event, outcome, since);
      return outcome === 'locked' ? new WebhookError('event_locked') : undefined;
    } catch (cause) {
      report(event, 'failed', since);
      onError(cause, event);
      return new WebhookError('handler_failed', { cause });
    }
  }

  function inTurn(event: WebhookEvent): Promise<WebhookError | undefined> {
    const user = options.serializeBy === 'user' ? getUser(event) : undefined;
    if (user === undefined) return handle(event);
    const tail = Promise.resolve(tails.get(user)).then(() => handle(event));
    tails.set(user, tail);
    void tail.then(() => tails.get(user) === tail && tails.delete(user));
    return tail;
  }

  return async (events) => {
    const outcomes = await Promise.all(events.map(inTurn));
    const failures = outcomes.filter((failure) => failure !== undefined);
    const worst = failures.find(({ reason }) => reason === 'handler_failed') ?? failures[0];
    if (worst !== undefined) throw new WebhookError(worst.reason, { cause: new AggregateError(failures) });
  };
}
