import type { DeadWebhook, InboxItem, InboxStore } from '../../../src/webhooks/queue/inbox-store.ts';

/** The smallest store that keeps the interface's promises, as a reference for the suite and for the tests of the worker. */
export function createArrayInbox(): InboxStore {
  let due: (InboxItem & { dueAt: number })[] = [];
  let dead: DeadWebhook[] = [];
  let next = 0;
  const change = (id: string, changes: { dueAt: number; attempts?: number }) => {
    due = due.map((item) => (item.id === id ? { ...item, ...changes } : item));
  };
  const drop = (id: string): boolean => {
    const before = dead.length;
    dead = dead.filter((item) => item.id !== id);
    return dead.length < before;
  };
  return {
    accept: async (webhook) =>
      void due.push({ ...webhook, id: String(next++), attempts: 0, dueAt: Date.now() }),
    take: async (limit, leaseMs) => {
      const now = Date.now();
      const taken = due.filter((item) => item.dueAt <= now).slice(0, limit);
      for (const item of taken) change(item.id, { dueAt: now + leaseMs, attempts: item.attempts + 1 });
      return taken.map((item) => ({ ...item, attempts: item.attempts + 1 }));
    },
    done: async (id) => void (due = due.filter((item) => item.id !== id)),
    retry: async (id, delayMs) => change(id, { dueAt: Date.now() + delayMs }),
    bury: async (id, error) => {
      const item = due.find((one) => one.id === id);
      if (item) dead.push({ ...item, error, diedAt: Date.now() });
      due = due.filter((one) => one.id !== id);
    },
    listDead: async (limit) => dead.slice(0, limit),
    revive: async (id) => {
      const item = dead.find((one) => one.id === id);
      if (item) due.push({ ...item, attempts: 0, dueAt: Date.now() });
      return drop(id);
    },
    discard: async (id) => drop(id),
  };
}
