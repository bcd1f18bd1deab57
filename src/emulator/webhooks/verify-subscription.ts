import { docsRoot } from '../../shared/meta.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { WebhookTarget } from '../kernel/webhook-target.ts';

function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) return;
  throw new UsageError({
    summary: 'Webhooks cannot be sent there.',
    issues: [{ path: 'webhook.url', message: `${JSON.stringify(url)} is not an http or https URL` }],
  });
}

const advice =
  'Answer GET with the value of hub.challenge as plain text when hub.verify_token is your verify token; createWebhookHandler does it for you.';

async function ask(target: string | WebhookTarget, query: URLSearchParams): Promise<Response> {
  if (typeof target !== 'string') return target(new Request(`https://webhook.invalid/?${query.toString()}`));
  const url = new URL(target);
  for (const [name, value] of query) url.searchParams.set(name, value);
  try {
    return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    throw new UsageError({
      summary: `The webhook at ${target} cannot be reached.`,
      details: ['Start the server that receives webhooks first, and check its port.'],
      cause,
    });
  }
}

/** Makes the handshake that Meta makes before it sends webhooks to a receiver. */
export async function verifySubscription(
  target: string | WebhookTarget,
  verifyToken: string,
  challenge: string,
): Promise<void> {
  if (typeof target === 'string') checkUrl(target);
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  const response = await ask(target, query);
  const text = await response.text();
  if (response.status === 200 && text === challenge) return;
  throw new UsageError({
    summary: 'The receiver of webhooks did not pass the handshake.',
    details: [
      response.status === 200
        ? `It answered 200, but not with the challenge: ${JSON.stringify(text.slice(0, 80))}.`
        : `It answered ${response.status}; its verify token may be another than the emulator's.`,
      advice,
    ],
    docs: `${docsRoot}/webhooks/create-webhook-endpoint`,
  });
}
