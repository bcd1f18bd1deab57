import { contactKey } from '../../contacts/contact-key.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import { eventKey } from '../events/event-key.ts';
import type { WebhookEvent } from '../events/event.ts';
import { guard } from '../../shared/guard.ts';
import { type WebhookEventTrace, traceEvent } from './hooks.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import type { WebhookHandlers } from './webhook-handlers.ts';
import type { WebhookLogger } from './webhook-logger.ts';

type EventOutcome = WebhookEventTrace['outcome'];

/** Options of {@link createDispatcher}; the same ones as of `createWebhookHandler`, with `onError` given. */
export interface DispatchOptions {
  /** The functions to call, by kind of event. */
  readonly on: WebhookHandlers;
  /** The store that makes each event be processed once. Default: every delivery is processed. */
  readonly dedupe?: IdempotencyStore | undefined;
  /** `user`: process the events of one user in order. Default: all in parallel. */
  readonly serializeBy?: 'user' | undefined;
  /** Which ids are one user's. Default: spellings of one number. */
  readonly identities?: WebhookHandlerOptions['identities'];
  /** Logs each event. Default: none. */
  readonly logger?: WebhookLogger | undefined;
  /** Called with what a handler threw, and its event. */
  readonly onError: (error: unknown, event: WebhookEvent) => void;
}

const leaseMs = 5 * 60_000;
// Meta redelivers for up to 7 days.
const keepMs = 8 * 24 * 3_600_000;

async function callHandlers(on: WebhookHandlers, event: WebhookEvent): Promise<void> {
  const handler = on[event.kind] as ((event: WebhookEvent) => unknown) | undefined;
  await handler?.(event);
  await on.any?.(event);
}

async function processOnce(
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

// `waId`, `bsuid`, `previousParentBsuid`, … of an event, and `wa_id`, `user_id`, `previous_user_id`, … of a system message.
const userId = /^waId$|bsuid$|_id$/i;

/** Returns a key for each id of the user of an event. Events that share one wait for each other: the first may show the number, the next the user id too. */
function getUserKeys(event: WebhookEvent, resolve: (id: string) => string): string[] {
  const fields: object = { ...event, ...('system' in event && event.system) };
  return Object.entries(fields).flatMap(([name, id]: [string, unknown]) =>
    typeof id === 'string' && userId.test(name) ? `${event.phoneNumberId}:${resolve(id)}` : [],
  );
}

/**
 * Creates the function that passes events to their handlers. It waits for all of them, then throws a {@link WebhookError} if an event was not
 * processed: `handler_failed`, or `event_locked` if another process is processing it.
 */
export function createDispatcher(
  options: DispatchOptions,
): (events: readonly WebhookEvent[]) => Promise<void> {
  const { on, dedupe, logger, onError, identities } = options;
  const resolve = (id: string): string => {
    let key = contactKey(id);
    if (identities) guard(() => (key = identities.resolve(id)));
    return key;
  };
  const tails = new Map<string, Promise<WebhookError | undefined>>();

  function report(event: WebhookEvent, outcome: EventOutcome, startedAt: number): void {
    const { kind, field } = event;
    const trace = { kind, field, outcome, durationMs: performance.now() - startedAt };
    traceEvent(trace);
    guard(() => logger?.[outcome === 'failed' ? 'error' : 'debug'](trace, 'webhook event'));
  }

  async function processEvent(event: WebhookEvent): Promise<WebhookError | undefined> {
    const startedAt = performance.now();
    try {
      if (dedupe === undefined) await callHandlers(on, event);
      const outcome = dedupe === undefined ? 'processed' : await processOnce(on, dedupe, event);
      report(event, outcome, startedAt);
      return outcome === 'locked' ? new WebhookError('event_locked') : undefined;
    } catch (cause) {
      report(event, 'failed', startedAt);
      onError(cause, event);
      return new WebhookError('handler_failed', { cause });
    }
  }

  function processInOrder(event: WebhookEvent): Promise<WebhookError | undefined> {
    const keys = options.serializeBy === 'user' ? getUserKeys(event, resolve) : [];
    const before = keys.flatMap((key) => tails.get(key) ?? []);
    const tail = Promise.all(before).then(() => processEvent(event));
    for (const key of keys) tails.set(key, tail);
    void tail.then(() => {
      for (const key of keys) if (tails.get(key) === tail) tails.delete(key);
    });
    return tail;
  }

  return async (events) => {
    const results = await Promise.all(events.map(processInOrder));
    const failures = results.filter((failure) => failure !== undefined);
    const worst = failures.find(({ reason }) => reason === 'handler_failed') ?? failures[0];
    if (worst !== undefined) throw new WebhookError(worst.reason, { cause: new AggregateError(failures) });
  };
}
