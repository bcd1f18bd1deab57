import { isWebhookError, type WebhookErrorReason } from '../../errors/webhook-error.ts';
import { textOf } from '../../shared/text-of.ts';

/** Why a webhook was not processed. */
export interface QueueFailure {
  /**
   * What failed: a reason of `WebhookError`, such as `handler_failed`; `process_failed` for any other error of `process`; `process_ended` if the
   * process ended during every attempt; `unreadable` if the stored webhook is damaged.
   */
  readonly reason: WebhookErrorReason | 'process_failed' | 'process_ended' | 'unreadable';
  /** The class of the error that began it, such as `TypeError`. */
  readonly errorName: string;
  /** That error as text, at most 500 characters. What your handlers throw may contain personal data. */
  readonly error: string;
}

const maxDepth = 10;

/** Returns the error that began a chain of causes: of several at the same time the first. */
function getRootCause(error: unknown): unknown {
  let root = error;
  for (let depth = 0; depth < maxDepth && root instanceof Error; depth += 1) {
    const next: unknown = root instanceof AggregateError ? root.errors[0] : root.cause;
    if (next === undefined) return root;
    root = next;
  }
  return root;
}

/**
 * Describes what `process` threw for a queue, by the error that began it.
 *
 * @example
 * describeFailure(new WebhookError('handler_failed', { cause: new TypeError('x is undefined') }));
 * // { reason: 'handler_failed', errorName: 'TypeError', error: 'TypeError: x is undefined' }
 */
export function describeFailure(error: unknown): QueueFailure {
  const root = getRootCause(error);
  return {
    reason: isWebhookError(error) ? error.reason : 'process_failed',
    errorName: root instanceof Error ? textOf(root.name) : typeof root,
    error: textOf(root).slice(0, 500),
  };
}
