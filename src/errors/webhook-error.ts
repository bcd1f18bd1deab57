import { docsRoot } from '../shared/meta.ts';
import { WabakitError, isWabakitError } from './base-error.ts';

/** Why a webhook request was not accepted. */
export type WebhookErrorReason =
  | 'already_answered'
  | 'bad_signature'
  | 'bad_verify_token'
  | 'body_timeout'
  | 'body_truncated'
  | 'body_parsed'
  | 'body_already_read'
  | 'event_locked'
  | 'handler_failed'
  | 'handler_timeout'
  | 'queue_failed'
  | 'not_json'
  | 'store_failed'
  | 'too_deep'
  | 'too_large'
  | 'too_many_items'
  | 'unknown_tenant'
  | 'wrong_tenant';

const docs = `${docsRoot}/webhooks/create-webhook-endpoint`;

const summaries: Readonly<Record<WebhookErrorReason, string>> = {
  already_answered: 'The response was sent or closed before wabakit could answer',
  bad_signature: 'The signature of the webhook does not match its body',
  bad_verify_token: 'The verify token is wrong',
  body_timeout: 'The webhook body took longer than the limit (option bodyTimeout)',
  body_truncated: 'The webhook body ended early',
  body_parsed:
    'The webhook body was parsed before it reached wabakit: its signature can only be checked on the raw bytes',
  body_already_read: 'The webhook body was read before it reached wabakit: the raw bytes are gone',
  event_locked: 'Another process is handling the event',
  handler_failed: 'A webhook handler failed',
  handler_timeout: 'A webhook handler took longer than the limit (option handlerTimeout)',
  queue_failed: 'The webhook queue could not store the webhook',
  not_json: 'The webhook body is not JSON',
  store_failed: 'The webhook could not be stored or processed',
  too_deep: 'The webhook body is nested deeper than 64 levels',
  too_large: 'The webhook body is larger than the limit (option maxBytes)',
  too_many_items: 'The lists of the webhook body hold more than 20,000 items',
  unknown_tenant: 'No app secret is known for this webhook URL',
  wrong_tenant: 'The event carries an id that is not of the tenant whose secret signed it',
};

/** A webhook request was not accepted. The error never holds the body, a signature or a secret. */
export class WebhookError extends WabakitError {
  override readonly name = 'WebhookError';
  declare readonly kind: 'webhook';
  /** Why the request was not accepted. */
  readonly reason: WebhookErrorReason;

  constructor(
    reason: WebhookErrorReason,
    parts: { readonly details?: readonly string[] | undefined; readonly cause?: unknown } = {},
  ) {
    super({ kind: 'webhook', summary: `${summaries[reason]}.`, docs, ...parts });
    this.reason = reason;
  }
}

/** Returns whether a value is a {@link WebhookError}. Also recognizes errors of another copy of the package. */
export function isWebhookError(value: unknown): value is WebhookError {
  return isWabakitError(value) && value.kind === 'webhook';
}
