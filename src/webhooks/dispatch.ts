import { WebhookError } from '../errors/webhook-error.ts';
import { eventKey } from './event-key.ts';
import type { WebhookEvent, WebhookEventKind, WebhookEventOf } from './events/event.ts';
import type { ClaimStore } from './ports.ts';

/** What to do with each kind of event. `any` sees every event, after the handler of its kind. */
export type WebhookHandlers = {
  readonly [Kind in WebhookEventKind]?: ((event: WebhookEventOf<Kind>) => unknown) | undefined;
} & { readonly any?: ((event: WebhookEvent) => unknown) | undefined };

/** What became of one event: `busy` where another process is at it. */
export type EventOutcome = 'handled' | 'failed' | 'duplicate' | 'busy';

/** How events are handled. */
export interface DispatchOptions {
  readonly on: WebhookHandlers;
  readonly dedupe?: ClaimStore | undefined;
  readonly serializeBy?: 'user' | undefined;
  /** Told of each event once it is done with. */
  readonly onOutcome: (event: WebhookEvent, outcome: EventOutcome, error?: unknown) => void;
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
  store: ClaimStore,
  event: WebhookEvent,
): Promise<EventOutcome> {
  const key = await eventKey(event);
  const state = await store.claim(key, leaseMs);
  if (state !== 'claimed') return state === 'handled' ? 'duplicate' : 'busy';
  try {
    await callHandlers(on, event);
  } catch (error) {
    await store.release(key);
    throw error;
  }
  await store.confirm(key, keepMs);
  return 'handled';
}

/** Who an event is about, so that the events of one user can wait for each other. */
function userOf(event: WebhookEvent): string | undefined {
  const user = ('bsuid' in event && event.bsuid) || ('waId' in event && event.waId);
  return user ? `${event.phoneNumberId}:${user}` : undefined;
}

/**
 * Makes the function that hands events to their handlers. It rejects with a {@link WebhookError} `handler_failed` when an event was not
 * handled, after all the others were.
 */
export function createDispatcher(
  options: DispatchOptions,
): (events: readonly WebhookEvent[]) => Promise<void> {
  const { on, dedupe, onOutcome } = options;
  const tails = new Map<string, Promise<unknown>>();

  async function handle(event: WebhookEvent): Promise<unknown> {
    try {
      if (dedupe === undefined) await callHandlers(on, event);
      const outcome = dedupe === undefined ? 'handled' : await handleOnce(on, dedupe, event);
      onOutcome(event, outcome);
      return outcome === 'busy' ? new WebhookError('event_busy') : undefined;
    } catch (error) {
      onOutcome(event, 'failed', error);
      return error ?? new WebhookError('handler_failed');
    }
  }

  function inTurn(event: WebhookEvent): Promise<unknown> {
    const user = options.serializeBy === 'user' ? userOf(event) : undefined;
    if (user === undefined) return handle(event);
    const tail = (tails.get(user) ?? Promise.resolve()).then(() => handle(event));
    tails.set(user, tail);
    void tail.then(() => tails.get(user) === tail && tails.delete(user));
    return tail;
  }

  return async (events) => {
    const failures = (await Promise.all(events.map(inTurn))).filter((failure) => failure !== undefined);
    if (failures.length > 0)
      throw new WebhookError('handler_failed', { cause: new AggregateError(failures) });
  };
}
