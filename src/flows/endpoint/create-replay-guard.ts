import type { WebhookAnswer } from '../../webhooks/receiver/handler-options.ts';

const mostRemembered = 10_000;

/** Answers each request once. */
export interface ReplayGuard {
  /**
   * Returns the answer of `answer` for an id that is new; the same answer while that one is under way; `undefined` for an id that has been
   * answered. One whose answer failed (500) is forgotten, so that WhatsApp may send it again.
   */
  once(id: string, answer: () => Promise<WebhookAnswer>): Promise<WebhookAnswer | undefined>;
}

/** Creates a guard that remembers the newest 10,000 ids, about 2 MB, in this process. */
export function createReplayGuard(): ReplayGuard {
  const known = new Map<string, Promise<WebhookAnswer> | undefined>();

  async function run(id: string, answer: () => Promise<WebhookAnswer>): Promise<WebhookAnswer> {
    try {
      const answered = await answer();
      known.set(id, undefined);
      return answered;
    } catch (error) {
      known.delete(id);
      throw error;
    }
  }

  return {
    async once(id, answer) {
      if (known.has(id)) return known.get(id);
      const running = run(id, answer);
      known.set(id, running);
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size > mostRemembered) known.delete(oldest);
      return running;
    },
  };
}
