import { UsageError } from '../../errors/usage-error.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';
import { webhookHandlerKeys } from './webhook-handlers.ts';

const isMissing = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 || value.some(isMissing) : !value;

/**
 * Checks what types cannot: secrets that are empty because an environment variable is not set, and misspelt kinds.
 *
 * @throws {UsageError}
 */
export function checkOptions({ appSecret, verifyToken, on = {} }: WebhookHandlerOptions): void {
  const missing = Object.entries({ appSecret, verifyToken })
    .filter(([, value]) => isMissing(value))
    .map(([path]) => ({ path, message: 'is missing or empty: is its environment variable set?' }));
  const kinds = Object.keys(webhookHandlerKeys).join(', ');
  const misspelt = Object.keys(on)
    .filter((name) => !Object.hasOwn(webhookHandlerKeys, name))
    .map((name) => ({ path: `on.${name}`, message: `is no kind of event; the kinds are ${kinds}` }));
  const issues = [...missing, ...misspelt];
  if (issues.length > 0)
    throw new UsageError({ summary: 'createWebhookHandler cannot work with these options.', issues });
}
