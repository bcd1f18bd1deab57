import { describe, expect, test } from 'vitest';
import { ApiError, describeErrorCode, OutcomeUnknownError, UsageError, type ErrorCodeInfo } from 'wabakit';
import { usageError } from '../../src/errors/usage-error.ts';
import type { ApiErrorEnvelope } from '../../src/errors/api-error.ts';
import { graphPath, getWabaId } from '../../src/transport/graph-path.ts';

const refusal = (
  envelope: ApiErrorEnvelope,
  info: ErrorCodeInfo | undefined = describeErrorCode(envelope.code, envelope.error_subcode),
): ApiError => new ApiError(envelope, 400, (text) => text.replace('token-1', '[redacted]'), info, undefined);

describe('ApiError', () => {
  test('default: carries what Meta said, with the hint of the subcode', () => {
    const error = refusal({
      code: 190,
      message: 'Error validating access token token-1',
      error_subcode: 463,
      error_user_title: 'Session of token-1 expired',
      error_user_msg: 'Log in again with token-1',
      fbtrace_id: 'AbC',
    });
    expect(error).toMatchObject({
      code: 190,
      subcode: 463,
      title: 'Session of [redacted] expired',
      userMessage: 'Log in again with [redacted]',
      hint: describeErrorCode(190, 463)?.hint,
      codeKind: 'auth',
      retry: 'never',
    });
    expect(error.message.split('\n')).toEqual([
      'WhatsApp refused the call with code 190 (subcode 463): Error validating access token [redacted]',
      '  Log in again with [redacted]',
      '  Tokens of the App Dashboard live for hours, those of users for about 60 days. Use a token of a system user, made without an end',
      '  fbtrace_id AbC',
      '  See https://developers.facebook.com/docs/graph-api/guides/error-handling',
    ]);
  });

  test('behavior: title and hint come from the code where Meta and the subcode give none', () => {
    expect(refusal({ code: 131047, message: 'Closed', error_subcode: 5 })).toMatchObject({
      subcode: 5,
      title: 'Re-engagement message',
      userMessage: undefined,
      hint: 'The customer service window is closed: the user last wrote more than 24 hours ago. Send a template instead. For blockUsers: only users who wrote in the last 24 hours can be blocked',
    });
  });

  test('behavior: says plainly that Meta gave no message', () => {
    expect(refusal({ code: 999 }).message).toBe(
      'WhatsApp refused the call with code 999 and gave no message.',
    );
    expect(refusal({ code: 1 }).summary).toBe('WhatsApp refused the call with code 1 and gave no message.');
  });

  test('behavior: a text that Meta repeats stands once', () => {
    const text = 'Only 250 templates';
    const error = refusal({ code: 100, error_data: { details: text }, error_user_msg: text });
    expect(error.message.split(text)).toHaveLength(2);
  });
});

describe('describeErrorCode', () => {
  test.each([
    [100, 33, 33, 'Object does not exist or access is missing', 'not_found'],
    [190, 458, 458, 'App not installed', 'auth'],
    [102, 460, 460, 'Password changed', 'auth'],
    [190, 467, 467, 'Token invalid', 'auth'],
    [100, 2388299, 2388299, 'Leading or trailing parameters not allowed', 'template'],
    [100, 2388273, 2388273, 'Sample of the media header is not usable', 'template'],
    [4, 2390008, 2390008, 'Too many calls of one kind', 'throttle'],
    [100, 2388023, 2388023, 'Template name is being deleted', 'template'],
    [136025, 2388093, 2388093, 'Not eligible to verify a registration code', 'migration'],
    [100, 463, undefined, 'Invalid parameter', 'request'],
    [190, 33, undefined, 'Access token expired or invalid', 'auth'],
    [100, 2399999, undefined, 'Invalid parameter', 'request'],
    [131047, undefined, undefined, 'Re-engagement message', 'message'],
  ])('default: %i with subcode %s', (code, given, subcode, title, kind) => {
    const info = describeErrorCode(code, given);
    expect([info?.code, info?.subcode, info?.title, info?.kind]).toEqual([code, subcode, title, kind]);
  });

  test('behavior: what may be repeated follows the subcode', () => {
    expect(describeErrorCode(100)?.retry).toBe('never');
    expect(describeErrorCode(100, 2388023)?.retry).toBe('later');
  });

  test('behavior: undefined for a code that is not documented', () => {
    expect(describeErrorCode(999, 463)).toBeUndefined();
  });
});

describe('UsageError', () => {
  test('default: one wrong value is one sentence', () => {
    expect(
      usageError('to', 'has 3 digits, at least 7 are needed', { docs: 'https://meta.example/to' }).message,
    ).toBe('to has 3 digits, at least 7 are needed.\n  See https://meta.example/to');
  });

  test('behavior: several wrong values are lines below the summary', () => {
    const issues = [
      { path: 'text.body', message: 'is missing' },
      { path: 'to', message: 'should be a string' },
    ];
    expect(new UsageError({ summary: 'The message breaks a rule.', issues }).message).toBe(
      'The message breaks a rule.\n  text.body is missing\n  to should be a string',
    );
  });

  test('behavior: a place in a file stands before the sentence', () => {
    const issues = [{ path: 'row 2, column count', message: '"many" is not a number' }];
    expect(new UsageError({ summary: 'The plan cannot be read.', issues }).message).toBe(
      'The plan cannot be read.\n  row 2, column count: "many" is not a number',
    );
  });

  test('error: an id that is missing or could leave the path', () => {
    const client = { config: {} } as Parameters<typeof getWabaId>[0];
    expect(() => getWabaId(client)).toThrow(/^wabaId is missing\. Give it to the client or to this call\.$/);
    expect(() => graphPath`/${''}`).toThrow(
      /^\/\{id\} needs an id, and got ""\. Give the id as Meta returned it\.$/,
    );
    expect(() => graphPath`/${'1'}/users/${'..'}`).toThrow(
      '/{id}/users/{id} needs an id, and got "..". Give the id as Meta returned it.',
    );
  });
});

test('behavior: OutcomeUnknownError says how the outcome becomes known', () => {
  expect(new OutcomeUnknownError('The outcome is unknown: timeout.', 'order-17').message).toBe(
    'The outcome is unknown: timeout.\n  The call was not repeated. A status webhook with biz_opaque_callback_data order-17 shows that the message was sent; do not send it again before you know.',
  );
  expect(new OutcomeUnknownError('The outcome is unknown: timeout.').message).toBe(
    'The outcome is unknown: timeout.\n  The call was not repeated. Read the object to see whether the call had its effect; repeat the call only if it had none.',
  );
});
