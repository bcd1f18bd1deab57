import type { StatusEvent } from '../events/status.ts';

/** Remembers, by correlation key, which sends wait for evidence and which evidence came. Of many processes: share it. */
export interface SendTrackerStore {
  /** Stores a value under a key for `keepMs`, unless there is one: then that one is returned and stays. Atomic. */
  readonly putIfAbsent: (key: string, value: string, keepMs: number) => Promise<string | undefined>;
  /** Stores a value under a key for `keepMs`, whatever was there. */
  readonly put: (key: string, value: string, keepMs: number) => Promise<void>;
}

/** A send of unknown outcome of which a status came: Meta had taken it. */
export interface SettledSend {
  /** The `biz_opaque_callback_data` of the send. */
  readonly callbackData: string;
  readonly wamid: string;
  /** `failed` where the first status says so; the reason is in that status. */
  readonly outcome: 'accepted' | 'failed';
  /** When it happened, epoch milliseconds. */
  readonly at: number;
}

/** The two ends that meet in a settlement. */
export interface SendTracker {
  /** Call it with the correlation key of an `OutcomeUnknownError`. */
  readonly track: (callbackData: string) => Promise<void>;
  /** Call it with every status event. */
  readonly handleStatus: (event: StatusEvent) => Promise<void>;
}

const waiting = 'waiting';
// Meta delivers a status for up to 7 days.
const keepMs = 8 * 24 * 3_600_000;

/**
 * Settles sends of unknown outcome: a timeout says nothing, but a status webhook that carries the correlation key proves that Meta took the
 * message. It does not matter which comes first (a status often overtakes the timeout).
 *
 * A send of which no status ever comes stays unknown: it may still have arrived, so look before you send again.
 *
 * @param store Where both ends meet: `createMemorySendTrackerStore`, or the one of `wabakit/sqlite` or `wabakit/redis`.
 * @param onSettled Told of each settled send at least once; a rejection makes the status come again.
 *
 * @example
 * const sends = createSendTracker(store, ({ callbackData, wamid }) => orders.markSent(callbackData, wamid));
 * const handler = createWebhookHandler({ appSecret, verifyToken, on: { status: sends.status } });
 * try {
 *   await wa.messages.sendText({ to, body });
 * } catch (error) {
 *   if (!isOutcomeUnknownError(error) || error.callbackData === undefined) throw error;
 *   await sends.unknown(error.callbackData);
 * }
 */
export function createSendTracker(
  store: SendTrackerStore,
  onSettled: (send: SettledSend) => unknown,
): SendTracker {
  return {
    track: async (callbackData) => {
      const evidence = await store.putIfAbsent(callbackData, waiting, keepMs);
      if (evidence !== undefined && evidence !== waiting)
        await onSettled(JSON.parse(evidence) as SettledSend);
    },
    handleStatus: async ({ callbackData, wamid, status, at }) => {
      if (callbackData === undefined) return;
      const outcome = status === 'failed' ? 'failed' : 'accepted';
      const send: SettledSend = { callbackData: callbackData, wamid, outcome, at };
      const evidence = JSON.stringify(send);
      if ((await store.putIfAbsent(callbackData, evidence, keepMs)) !== waiting) return;
      // Until this is done the key says `waiting`, so that a crash here is made up by the next status.
      await onSettled(send);
      await store.put(callbackData, evidence, keepMs);
    },
  };
}
