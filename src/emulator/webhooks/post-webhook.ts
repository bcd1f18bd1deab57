import { createDefaultEngine } from '#node-engine';
import { fetchEngine } from '../../transport/engines/fetch.ts';
import { textOf } from '../../shared/text-of.ts';
import type { WebhookTarget } from '../kernel/webhook-target.ts';
import { realTimers } from '../time/real-timers.ts';

/** The HTTP status of a receiver, or why there was none. */
interface WebhookAnswer {
  readonly status: number | undefined;
  readonly error?: string;
}

const answerWithin = 10_000;

// On Node a webhook costs less than over `fetch`.
const engine = createDefaultEngine(fetchEngine());

async function postOverNetwork(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number> {
  const controller = new AbortController();
  let end = (): unknown => controller.abort();
  const limit = { isOver: false };
  const timer = realTimers.setTimeout(() => {
    limit.isOver = true;
    end();
  }, answerWithin);
  try {
    const response = await engine.exchange({
      url: new URL(url),
      method: 'POST',
      headers,
      body,
      signal: controller.signal,
      onAbort(stop) {
        end = stop;
      },
    });
    await response.text();
    return response.status;
  } catch (error) {
    if (!limit.isOver) throw error;
    throw new Error(`no answer within ${answerWithin / 1000} seconds`, { cause: error });
  } finally {
    realTimers.clearTimeout(timer);
  }
}

/** Posts a webhook to a receiver: to its URL, or to a function in this process, whose `waitUntil` work is handed on. */
export async function postWebhook(
  target: string | WebhookTarget,
  body: string,
  signature: string,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<WebhookAnswer> {
  const headers = {
    'content-type': 'application/json',
    'x-hub-signature-256': signature,
    'user-agent': 'facebookexternalua',
  };
  try {
    if (typeof target === 'string') return { status: await postOverNetwork(target, headers, body) };
    const webhook = new Request('https://webhook.invalid/', { method: 'POST', headers, body });
    return { status: (await target(webhook, { waitUntil })).status };
  } catch (error) {
    return { status: undefined, error: error instanceof Error ? error.message : textOf(error) };
  }
}
