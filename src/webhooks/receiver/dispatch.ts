import { contactKey } from '../../contacts/contact-key.ts';
import { WebhookError } from '../../errors/webhook-error.ts';
import { eventKey, getKeyLifetime } from '../events/event-key.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import { guard } from '../../shared/guard.ts';
import { inTurn } from '../../shared/in-turn.ts';
import type { ProcessContext } from '../queue/process-context.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';
import { type WebhookEventTrace, traceEvent } from './hooks.ts';
import { lostLease } from '../queue/keep-lease.ts';
import { processOnce } from './process-once.ts';
import { HandlerContext, type HandlerLimits, runHandlers } from './run-handlers.ts';
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
   * Calls the handlers of all events and waits for them, then throws a {@link WebhookError} if an event was not processed: `handler_failed`,
   * `event_locked` if another process is processing it, or `store_failed` if no handler was called because the idempotency store failed.
   * Returns `undefined` if all handlers have returned already, without a promise.
   */
  readonly dispatch: (
    events: readonly WebhookEvent[],
    context?: DispatchContext,
  ) => Promise<void> | undefined;
  /** Returns the lanes of a body for the queue: the users of its events, none without `serializeBy`. */
  readonly getLanes: (events: readonly WebhookEvent[], context: Pick<DispatchContext, 'tenant'>) => string[];
}

/** What the events of one body share. */
interface Delivery extends DispatchContext, HandlerLimits {
  /** The work on each event, by its key, so that a second one of the same key waits for the first. */
  readonly inFlight: Map<string, Promise<unknown>>;
  /** The last work on the events of each lane. */
  readonly lastOf: Map<string, Promise<unknown>>;
  /** What stops the handlers that run. */
  readonly stops: Set<HandlerContext>;
}

/** One event while it is processed. */
interface Processing {
  readonly event: WebhookEvent;
  readonly context: HandlerContext;
  readonly startedAt: number;
  /** Whether its handlers were called. */
  isCalled: boolean;
}

// The error that says most about a body comes first.
const order = ['handler_failed', 'store_failed', 'event_locked'] as const;

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

  const isSerial = options.serializeBy === 'user';
  const getKeys = (event: WebhookEvent, tenant: string | undefined): string[] =>
    isSerial ? getUserKeys(event, tenant, resolve) : [];

  function report(event: WebhookEvent, outcome: EventOutcome, startedAt: number): void {
    const { kind, field } = event;
    const trace = { kind, field, outcome, durationMs: performance.now() - startedAt };
    traceEvent(trace);
    if (logger) guard(() => logger[outcome === 'failed' ? 'error' : 'debug'](trace, 'webhook event'));
  }

  function fail(cause: unknown, { event, startedAt, isCalled }: Processing): WebhookError {
    report(event, 'failed', startedAt);
    onError(cause, event);
    return new WebhookError(isCalled ? 'handler_failed' : 'store_failed', { cause });
  }

  /** Calls the handlers of an event under its lease, so that each event is processed once. */
  async function processLeased(store: IdempotencyStore, processing: Processing, delivery: Delivery) {
    const { event, context } = processing;
    const { owner, tenant, leaseMs = ownLeaseMs } = delivery;
    const key = await eventKey(event, { tenant });
    const lease = { store, key, leaseMs, keepMs: getKeyLifetime(event), owner };
    const work = async () => {
      processing.isCalled = true;
      return runHandlers(on, event, context, delivery);
    };
    return inTurn(delivery.inFlight, key, () => processOnce(lease, work, (reason) => context.abort(reason)));
  }

  /** Waits for what becomes of an event. */
  async function settle(
    work: Promise<EventOutcome | 'lost' | void>,
    processing: Processing,
    { stops, isAnswered }: Delivery,
  ): Promise<WebhookError | undefined> {
    const { event, context, startedAt } = processing;
    stops.add(context);
    try {
      const outcome = (await work) ?? 'processed';
      report(event, outcome === 'lost' ? 'processed' : outcome, startedAt);
      if (outcome === 'lost') onError(lostLease('event'), event);
      if (outcome !== 'locked') return undefined;
      const error = new WebhookError('event_locked');
      if (isAnswered) onError(error, event);
      return error;
    } catch (cause) {
      return fail(cause, processing);
    } finally {
      stops.delete(context);
    }
  }

  /** Without a store, and with handlers that return no promise, an event is done when this returns: nothing is allocated to wait for it. */
  function processEvent(
    event: WebhookEvent,
    delivery: Delivery,
  ): WebhookError | Promise<WebhookError | undefined> | undefined {
    const context = new HandlerContext(delivery.tenant);
    const processing = { event, context, startedAt: performance.now(), isCalled: !dedupe };
    if (delivery.signal?.aborted) context.abort(delivery.signal.reason);
    try {
      const work = dedupe
        ? processLeased(dedupe, processing, delivery)
        : runHandlers(on, event, context, delivery);
      if (work) return settle(work, processing, delivery);
      report(event, 'processed', processing.startedAt);
      return undefined;
    } catch (cause) {
      return fail(cause, processing);
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

  async function finish(
    results: readonly (WebhookError | Promise<WebhookError | undefined>)[],
    { signal, stops }: Delivery,
  ): Promise<void> {
    const abort = () => {
      for (const context of stops) context.abort(signal?.reason);
    };
    signal?.addEventListener('abort', abort);
    const failures = (await Promise.all(results.map((result) => Promise.resolve(result)))).filter(
      (failure) => failure !== undefined,
    );
    signal?.removeEventListener('abort', abort);
    const worst = order.find((reason) => failures.some((failure) => failure.reason === reason));
    if (worst) throw new WebhookError(worst, { cause: new AggregateError(failures) });
  }

  function dispatch(
    events: readonly WebhookEvent[],
    context: DispatchContext = {},
  ): Promise<void> | undefined {
    const delivery: Delivery = {
      ...context,
      handlerTimeout,
      graceMs: context.leaseMs ?? ownLeaseMs,
      stops: new Set(),
      lastOf: new Map(),
      inFlight: context.isAnswered ? inFlight : new Map<string, Promise<unknown>>(),
    };
    const process = isSerial ? processInOrder : processEvent;
    const results = events.map((event) => process(event, delivery)).filter((result) => result !== undefined);
    return results.length === 0 ? undefined : finish(results, delivery);
  }

  return {
    dispatch,
    getLanes: (events, { tenant }) => [...new Set(events.flatMap((event) => getKeys(event, tenant)))],
  };
}
