import type {
  DeadLetter,
  EnqueuedWebhook,
  QueuedWebhook,
  WebhookLease,
  WebhookQueue,
} from '../../../src/webhooks/queue/webhook-queue.ts';

interface Entry extends QueuedWebhook {
  readonly order: number;
  readonly lanes: readonly string[];
  /** Those of its lanes that it has not left. */
  readonly heldLanes: readonly string[];
  readonly dueAt: number;
  /** Whether it keeps others out of its lanes: it is leased, or was released. */
  readonly isOpen: boolean;
}

/** The smallest store that keeps the interface's promises, as a reference for the suite and for the tests of the worker. */
export function createArrayQueue(): WebhookQueue {
  let entries: Entry[] = [];
  let deadLetters: (DeadLetter & { readonly entry: Entry })[] = [];
  let next = 0;
  const now = () => performance.now();
  const insert = (entry: Entry) => {
    entries = [...entries, entry].toSorted((one, other) => one.order - other.order);
  };

  function isBlocked(entry: Entry): boolean {
    const before = entries.filter(
      (other) => other.isOpen || (other.order < entry.order && other.dueAt <= now()),
    );
    return before.some(
      (other) => other !== entry && other.heldLanes.some((lane) => entry.lanes.includes(lane)),
    );
  }

  /** Takes a leased webhook out and lets `settle` say what becomes of it. */
  async function end({ id, token }: WebhookLease, settle: (entry: Entry) => void): Promise<boolean> {
    const entry = entries.find((one) => one.id === id && one.token === token && one.isOpen);
    if (entry === undefined) return false;
    entries = entries.filter((one) => one !== entry);
    settle(entry);
    return true;
  }

  async function drop(id: string): Promise<(DeadLetter & { readonly entry: Entry }) | undefined> {
    const letter = deadLetters.find((one) => one.id === id);
    deadLetters = deadLetters.filter((one) => one !== letter);
    return letter;
  }

  return {
    enqueue: async ({ tenant, lanes = [], ...webhook }: EnqueuedWebhook) => {
      const order = (next += 1);
      const state = { token: '0', attempts: 0, dueAt: now(), isOpen: false };
      insert({ ...webhook, ...state, tenant, lanes, heldLanes: lanes, order, id: String(order) });
    },
    receive: async (limit, leaseMs) => {
      const received: Entry[] = [];
      for (const entry of entries) {
        if (received.length === limit || entry.dueAt > now() || (!entry.isOpen && isBlocked(entry))) continue;
        const token = String(Number(entry.token) + 1);
        const leased = {
          ...entry,
          token,
          attempts: entry.attempts + 1,
          dueAt: now() + leaseMs,
          isOpen: true,
        };
        entries = entries.map((one) => (one === entry ? leased : one));
        received.push(leased);
      }
      return received;
    },
    renew: (lease, leaseMs, doneLanes = []) =>
      end(lease, (entry) => {
        const heldLanes = entry.heldLanes.filter((lane) => !doneLanes.includes(lane));
        insert({ ...entry, heldLanes, dueAt: now() + leaseMs });
      }),
    ack: (lease) => end(lease, () => undefined),
    nack: (lease, delayMs) =>
      end(lease, (entry) =>
        insert({ ...entry, heldLanes: entry.lanes, isOpen: false, dueAt: now() + delayMs }),
      ),
    release: (lease, delayMs) =>
      end(lease, (entry) =>
        insert({
          ...entry,
          token: String(Number(entry.token) + 1),
          attempts: entry.attempts - 1,
          dueAt: now() + delayMs,
        }),
      ),
    deadLetter: (lease, failure) =>
      end(
        lease,
        (entry) => void deadLetters.push({ ...entry, ...failure, entry, deadLetteredAt: Date.now() }),
      ),
    listDeadLetters: async (limit, offset = 0) => deadLetters.slice(offset, offset + limit),
    requeue: async (id) => {
      const letter = await drop(id);
      if (letter)
        insert({ ...letter.entry, heldLanes: letter.entry.lanes, attempts: 0, dueAt: now(), isOpen: false });
      return letter !== undefined;
    },
    deleteDeadLetter: async (id) => (await drop(id)) !== undefined,
    getStats: async () => {
      const inProgress = entries.filter(({ isOpen, dueAt }) => isOpen && dueAt > now()).length;
      const [oldest] = entries;
      return {
        waiting: entries.length - inProgress,
        inProgress,
        deadLetters: deadLetters.length,
        oldestAgeMs: oldest && Date.now() - oldest.receivedAt,
      };
    },
  };
}
