import { contactKey } from '../../contacts/contact-key.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import { eventKey, getKeyLifetime } from '../events/event-key.ts';
import type { WebhookEvent } from '../events/event.ts';
import { guard } from '../../shared/guard.ts';
import { inTurn } from '../../shared/in-turn.ts';
import type { ProcessContext } from '../queue/process-context.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';
import { type WebhookEventTrace, traceEvent } from './hooks.ts';
import { lostLease } from '../queue/keep-lease.ts';
import { processOnce } from './process-once.ts';
import { runHandlers } from './run-handlers.ts';
import { getUserKeys } from './user-keys.ts';

type EventOutcome = WebhookEventTrace['outcome'];

/** Options of {@link createDispatcher}; the same ones as of `createWebhookHandler`, with `onError` given. */
export interface DispatchOptions extends Pick<
  WebhookHandlerOptions,
  'on' | 'dedupe' | 'serializeBy' | 'identities' | 'logger' | 'leaseMs' | 'handlerTimeout'
> {
  /** Called with what a handler threw, and its event. */
  readonly onError: (error: unknown, event: WebhookEvent) => void;
}

/** How the events of one body are processed. */
export interface DispatchContext extends ProcessContext {
  /**
   * Whether Meta has its 200 already and no queue tries again. Then an event that this process handles already is waited for and taken over if that
   * fails, and one that another process handles is reported. Default: `false`, such an event fails with `event_locked`.
   */
  readonly isAnswered?: boolean | undefined;
}

/** Passes events to their handlers. */
export interface Dispatcher {
  /**
   * Waits for the handlers of all events, then throws a {@link WebhookError} if an event was not processed: `handler_failed`, `event_locked` if
   * another process is processing it, or `store_failed` if no handler was called because the idempotency store failed.
   */
  readonly dispatch: (events: readonly WebhookEvent[], context?: DispatchContext) => Promise<void>;
  /** Returns the lanes of a body for the queue: the users of its events, none without `serializeBy`. */
  readonly getLanes: (events: readonly WebhookEvent[], context: Pick<DispatchContext, 'tenant'>) => string[];
}

/** What the events of one body share. */
interface Delivery extends DispatchContext {
  /** The work on each event, by its key, so that a second one of the same key waits for the first. */
  readonly inFlight: Map<string, Promise<unknown>>;
  /** The last work on the events of each lane. */
  readonly lastOf: Map<string, Promise<unknown>>;
  /** Stops the handlers that run. */
  readonly stops: Set<AbortController>;
}

// The error that says most about a body comes first.
const order = ['handler_failed', 'store_failed', 'event_locked'];

/** Creates the function that passes events to their handlers, in time, once and in order. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const {
    on = {},
    dedupe,
    logger,
    onError,
    identities,
    leaseMs: ownLeaseMs = 30_000,
    handlerTimeout = 300_000,
  } = options;
  const resolve = (id: string): string => {
    let key = contactKey(id);
    if (identities) guard(() => (key = identities.resolve(id)));
    return key;
  };
  const tails = new Map<string, Promise<WebhookError | undefined>>();
  const inFlight = new Map<string, Promise<unknown>>();

  const getKeys = (event: WebhookEvent, tenant: string | undefined): string[] =>
    options.serializeBy === 'user' ? getUserKeys(event, tenant, resolve) : [];

  function report(event: WebhookEvent, outcome: EventOutcome, startedAt: number): void {
    const { kind, field } = event;
    const trace = { kind, field, outcome, durationMs: performance.now() - startedAt };
    traceEvent(trace);
    if (logger) guard(() => logger[outcome === 'failed' ? 'error' : 'debug'](trace, 'webhook event'));
  }

  async function run(
    event: WebhookEvent,
    delivery: Delivery,
    work: () => Promise<void>,
    stop: AbortController,
  ) {
    if (dedupe === undefined) {
      await work();
      return 'processed';
    }
    const { leaseMs = ownLeaseMs, owner, tenant } = delivery;
    const key = await eventKey(event, { tenant });
    const lease = { store: dedupe, key, leaseMs, keepMs: getKeyLifetime(event), owner };
    return inTurn(delivery.inFlight, key, () => processOnce(lease, work, (reason) => stop.abort(reason)));
  }

  async function processEvent(event: WebhookEvent, delivery: Delivery): Promise<WebhookError | undefined> {
    const { stops, signal, tenant, leaseMs: graceMs = ownLeaseMs } = delivery;
    const startedAt = performance.now();
    const stop = new AbortController();
    let tries = 0;
    const work = () => {
      tries += 1;
      return runHandlers(on, event, { handlerTimeout, graceMs, stop, tenant });
    };
    stops.add(stop);
    if (signal?.aborted) stop.abort(signal.reason);
    try {
      const outcome = await run(event, delivery, work, stop);
      report(event, outcome === 'lost' ? 'processed' : outcome, startedAt);
      if (outcome === 'lost') onError(lostLease('event'), event);
      if (outcome !== 'locked') return undefined;
      const error = new WebhookError('event_locked');
      if (delivery.isAnswered) onError(error, event);
      return error;
    } catch (cause) {
      report(event, 'failed', startedAt);
      onError(cause, event);
      return new WebhookError(tries > 0 ? 'handler_failed' : 'store_failed', { cause });
    } finally {
      stops.delete(stop);
    }
  }

  function processInOrder(event: WebhookEvent, delivery: Delivery): Promise<WebhookError | undefined> {
    const keys = getKeys(event, delivery.tenant);
    const before = keys.flatMap((key) => tails.get(key) ?? []);
    const tail = Promise.all(before).then(() => processEvent(event, delivery));
    for (const key of keys) {
      tails.set(key, tail);
      delivery.lastOf.set(key, tail);
    }
    void tail.then(() => {
      for (const key of keys) {
        if (tails.get(key) === tail) tails.delete(key);
        if (delivery.lastOf.get(key) === tail) delivery.onLaneDone?.(key);
      }
    });
    return tail;
  }

  async function dispatch(events: readonly WebhookEvent[], context: DispatchContext = {}): Promise<void> {
    const stops = new Set<AbortController>();
    const delivery = {
      ...context,
      stops,
      lastOf: new Map<string, Promise<unknown>>(),
      inFlight: context.isAnswered ? inFlight : new Map<string, Promise<unknown>>(),
    };
    const abort = () => {
      for (const stop of stops) stop.abort(context.signal?.reason);
    };
    context.signal?.addEventListener('abort', abort);
    const results = await Promise.all(events.map((event) => processInOrder(event, delivery)));
    context.signal?.removeEventListener('abort', abort);
    const failures = results.filter((failure) => failure !== undefined);
    const [worst] = failures.toSorted(
      (one, other) => order.indexOf(one.reason) - order.indexOf(other.reason),
    );
    if (worst !== undefined) throw new WebhookError(worst.reason, { cause: new AggregateError(failures) });
  }

  return {
    dispatch,
    getLanes: (events, { tenant }) => [...new Set(events.flatMap((event) => getKeys(event, tenant)))],
  };
}
