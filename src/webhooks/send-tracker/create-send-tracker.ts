import { inTurn } from '../../shared/in-turn.ts';
import type { StatusEvent } from '../events/status.ts';

/** Stores, by callback data, which sends of unknown outcome wait for a status and which statuses have arrived. Share it between processes. */
export interface SendTrackerStore {
  /**
   * Stores a value under a key for `keepMs` milliseconds if the key is free, and returns `undefined`. Otherwise it changes nothing and returns
   * the stored value. Must be atomic.
   */
  readonly putIfAbsent: (key: string, value: string, keepMs: number) => Promise<string | undefined>;
  /** Stores a value under a key for `keepMs` milliseconds and replaces any other value. */
  readonly put: (key: string, value: string, keepMs: number) => Promise<void>;
}

/** A send whose outcome was unknown until a status of it arrived: the status proves that Meta had accepted the message. */
export interface SettledSend {
  /** The `callbackData` that the message was sent with. */
  readonly callbackData: string;
  /** The message ID, which the lost response would have returned. */
  readonly wamid: string;
  /** `failed` if the first status that arrived is `failed`, whose event has the errors; otherwise `accepted`. */
  readonly outcome: 'accepted' | 'failed';
  /** The time of that status, in epoch milliseconds. */
  readonly at: number;
}

/** Matches sends of unknown outcome with their statuses. */
export interface SendTracker {
  /** Starts waiting for a status of this send. Call it with the `callbackData` of an `OutcomeUnknownError`. */
  readonly track: (callbackData: string) => Promise<void>;
  /** Looks up whether a tracked send waits for this status. Call it with every status event, or pass it as `on.status`. */
  readonly handleStatus: (event: StatusEvent) => Promise<void>;
}

const waiting = 'waiting';
// Meta delivers a status for up to 7 days.
const keepMs = 8 * 24 * 3_600_000;

/**
 * Finds out what happened to sends of unknown outcome. After a timeout it is unknown whether Meta accepted the message; a status webhook with
 * the same callback data proves that it did. The status may arrive before or after the timeout.
 *
 * A send without any status stays unknown: it may still have been delivered, so check before you send it again.
 *
 * @param store Where sends and statuses meet: `createMemorySendTrackerStore`, or a store of `wabakit/sqlite` or `wabakit/redis`.
 * @param onSettled Called with each settled send: once in a process, and again only after a crash or in another process at the same moment. If it throws, `track` or `handleStatus` rejects, and the next call of that
 * method for the same send (a redelivered or later status) calls it again.
 *
 * @example
 * const sends = createSendTracker(store, ({ callbackData, wamid }) => orders.markSent(callbackData, wamid));
 * const handler = createWebhookHandler({ appSecret, verifyToken, on: { status: sends.handleStatus } });
 * try {
 *   await wa.messages.sendText({ to, body, callbackData: 'order-17' });
 * } catch (error) {
 *   if (!isOutcomeUnknownError(error) || error.callbackData === undefined) throw error;
 *   await sends.track(error.callbackData);
 * }
 */
export function createSendTracker(
  store: SendTrackerStore,
  onSettled: (send: SettledSend) => unknown,
): SendTracker {
  const inFlight = new Map<string, Promise<unknown>>();

  async function settle(send: SettledSend): Promise<void> {
    const settled = JSON.stringify(send);
    if ((await store.putIfAbsent(send.callbackData, settled, keepMs)) !== waiting) return;
    // The key stays `waiting` until onSettled is done, so that the next status calls it again after a crash.
    await onSettled(send);
    await store.put(send.callbackData, settled, keepMs);
  }

  return {
    track: async (callbackData) => {
      const stored = await store.putIfAbsent(callbackData, waiting, keepMs);
      if (stored !== undefined && stored !== waiting) await onSettled(JSON.parse(stored) as SettledSend);
    },
    handleStatus: async ({ callbackData, wamid, status, at }) => {
      if (callbackData === undefined) return;
      const outcome = status === 'failed' ? 'failed' : 'accepted';
      // Statuses of one message often come together: the second one waits, and finds the send settled.
      await inTurn(inFlight, callbackData, () => settle({ callbackData, wamid, outcome, at }));
    },
  };
}
