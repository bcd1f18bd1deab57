import { expect, test } from 'vitest';
import { WebhookError, isWebhookError } from '../../src/errors/webhook-error.ts';

test('default', () => {
  const error = new WebhookError('bad_signature');
  expect(error).toMatchObject({ name: 'WebhookError', kind: 'webhook', reason: 'bad_signature' });
  expect(error.summary).toBe('The signature of the webhook does not match its body.');
  expect(isWebhookError(error)).toBe(true);
});

test('behavior: a lost raw body names the cure of the framework, or of all of them', () => {
  expect(new WebhookError('body_parsed', { framework: 'express' }).message).toMatch(
    /Express: (?!.*Fastify)/s,
  );
  expect(new WebhookError('body_already_read').message).toMatch(
    /Express: .*Fastify: .*Hono: .*Lambda: .*Next\.js: /s,
  );
  expect(new WebhookError('too_large').message).not.toContain('Express');
});

test('behavior: the cause is kept, and no other error passes the guard', () => {
  const cause = new Error('disk full');
  expect(new WebhookError('queue_failed', { cause }).cause).toBe(cause);
  for (const other of [cause, undefined, null, 'bad_signature', { kind: 'webhook' }])
    expect(isWebhookError(other)).toBe(false);
});
