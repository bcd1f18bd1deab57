import { expect, test } from 'vitest';
import { WebhookError } from '../../../src/errors/webhook-error.ts';
import { describeFailure } from '../../../src/webhooks/queue/describe-failure.ts';

const root = new TypeError('x is undefined');
const circular = new Error('circular');
circular.cause = circular;
const hostile = {
  toString: () => {
    throw new Error('no text');
  },
};

test.each([
  ['an error of process', root, 'process_failed', 'TypeError', 'TypeError: x is undefined'],
  [
    'a handler that threw',
    new WebhookError('handler_failed', {
      cause: new AggregateError([new WebhookError('handler_failed', { cause: root }), new Error('second')]),
    }),
    'handler_failed',
    'TypeError',
    'TypeError: x is undefined',
  ],
  [
    'an error without a cause',
    new WebhookError('event_locked'),
    'event_locked',
    'WebhookError',
    String(new WebhookError('event_locked')),
  ],
  ['no error', 'text', 'process_failed', 'string', 'text'],
  ['nothing', undefined, 'process_failed', 'undefined', 'undefined'],
  ['an error that is its own cause', circular, 'process_failed', 'Error', 'Error: circular'],
  ['an empty AggregateError', new AggregateError([]), 'process_failed', 'AggregateError', 'AggregateError'],
  ['a value without a text', hostile, 'process_failed', 'object', '{}'],
])('default: %s', (_, error, reason, errorName, text) => {
  expect(describeFailure(error)).toEqual({ reason, errorName, error: text });
});

test('behavior: a text is cut after 500 characters', () => {
  expect(describeFailure(new Error('x'.repeat(900))).error.length).toBe(500);
});
