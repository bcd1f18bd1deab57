import type { DeadLetter, QueuedWebhook, WebhookQueue } from '../../../src/webhooks/queue/webhook-queue.ts';

/** The smallest store that keeps the interface's promises, as a reference for the suite and for the tests of the worker. */
export function createArrayQueue(): WebhookQueue {
  let due: (QueuedWebhook & { dueAt: number })[] = [];
  let deadLetters: DeadLetter[] = [];
  let next = 0;
  const change = (id: string, changes: { dueAt: number; attempts?: number }) => {
    due = due.map((item) => (item.id === id ? { ...item, ...changes } : item));
  };
  const drop = (id: string): boolean => {
    const before = deadLetters.length;
    deadLetters = deadLetters.filter((item) => item.id !== id);
    return deadLetters.length < before;
  };
  return {
    enqueue: async (webhook) =>
      void due.push({ ...webhook, id: String(next++), attempts: 0, dueAt: Date.now() }),
    receive: async (limit, leaseMs) => {
      const now = Date.now();
      const received = due.filter((item) => item.dueAt <= now).slice(0, limit);
      for (const item of received) change(item.id, { dueAt: now + leaseMs, attempts: item.attempts + 1 });
      return received.map((item) => ({ ...item, attempts: item.attempts + 1 }));
    },
    ack: async (id) => void (due = due.filter((item) => item.id !== id)),
    nack: async (id, delayMs) => change(id, { dueAt: Date.now() + delayMs }),
    deadLetter: async (id, error) => {
      const item = due.find((one) => one.id === id);
      if (item) deadLetters.push({ ...item, error, deadLetteredAt: Date.now() });
      due = due.filter((one) => one.id !== id);
    },
    listDeadLetters: async (limit) => deadLetters.slice(0, limit),
    requeue: async (id) => {
      const item = deadLetters.find((one) => one.id === id);
      if (item) due.push({ ...item, attempts: 0, dueAt: Date.now() });
      return drop(id);
    },
    deleteDeadLetter: async (id) => drop(id),
  };
}
