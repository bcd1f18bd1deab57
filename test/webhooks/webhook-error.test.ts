import { expect, test } from 'vitest';
import { WebhookError, isWebhookError } from '../../src/errors/webhook-error.ts';

test('default', () => {
  const error = new WebhookError('bad_signature');
  expect(error).toMatchObject({ name: 'WebhookError', kind: 'webhook', reason: 'bad_signature' });
  expect(error.summary).toBe('The signature of the webhook does not match its body.');
  expect(isWebhookError(error)).toBe(true);
});

test('behavior: details are lines of the message', () => {
  expect(new WebhookError('body_parsed', { details: ['Koa: put it first.'] }).message).toBe(
    `The webhook body was parsed before it reached wabakit: its signature can only be checked on the raw bytes.
  Koa: put it first.
  See https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint`,
  );
});

test('behavior: the cause is kept, and no other error passes the guard', () => {
  const cause = new Error('disk full');
  expect(new WebhookError('queue_failed', { cause }).cause).toBe(cause);
  for (const other of [cause, undefined, null, 'bad_signature', { kind: 'webhook' }])
    expect(isWebhookError(other)).toBe(false);
});
