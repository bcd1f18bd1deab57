import { RecentMap } from '../../shared/recent-map.ts';
import type { WebhookAnswer } from '../../webhooks/receiver/handler-options.ts';

/** How many ids are remembered at least. */
const remembered = 10_000;

/** Answers each request once. */
export interface ReplayGuard {
  /**
   * Returns the answer of `answer` for an id that is new; the same answer while that one is under way; `undefined` for an id that has been
   * answered. One whose answer failed (500) is forgotten, so that WhatsApp may send it again.
   */
  once(id: string, answer: () => Promise<WebhookAnswer>): Promise<WebhookAnswer | undefined>;
}

/** Creates a guard that remembers the newest 10,000 ids, and at most twice as many (about 4 MB), in this process. */
export function createReplayGuard(): ReplayGuard {
  const known = new RecentMap<Promise<WebhookAnswer> | 'answered'>(remembered);

  async function run(id: string, answer: () => Promise<WebhookAnswer>): Promise<WebhookAnswer> {
    try {
      const answered = await answer();
      known.set(id, 'answered');
      return answered;
    } catch (error) {
      known.delete(id);
      throw error;
    }
  }

  return {
    async once(id, answer) {
      const first = known.get(id);
      if (first !== undefined) return first === 'answered' ? undefined : first;
      const running = run(id, answer);
      known.set(id, running);
      return running;
    },
  };
}
