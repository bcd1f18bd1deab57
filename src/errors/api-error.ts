import { WabakitError, isWabakitError } from './base-error.ts';
import type { ErrorCodeKind, RetryAdvice } from './code-types.ts';
import type { ErrorCodeInfo } from './codes.ts';

/** The fields of Meta's error envelope that an `ApiError` is made of. */
export interface ApiErrorEnvelope {
  readonly code: number;
  readonly message?: string | undefined;
  readonly error_subcode?: number | undefined;
  readonly is_transient?: boolean | undefined;
  readonly error_data?: { readonly details?: string | undefined } | undefined;
  readonly error_user_title?: string | undefined;
  readonly error_user_msg?: string | undefined;
  readonly fbtrace_id?: string | undefined;
}

/**
 * WhatsApp refused the call. Compare `code` and `subcode`, never texts: Meta translates and changes them.
 * Tokens, secrets and personal values of the call are redacted from every text.
 *
 * Source: Meta, "Error codes".
 */
export class ApiError extends WabakitError {
  override readonly name = 'ApiError';
  declare readonly kind: 'api';
  /** Meta's error code, such as 131047. */
  declare readonly code: number;
  /** Meta's `error_subcode`, such as 463 for an expired token; `undefined` if the answer has none. */
  declare readonly subcode: number | undefined;
  /** The HTTP status. Most rate limits come with 400, not 429. */
  declare readonly httpStatus: number;
  /** A short title: Meta's `error_user_title`, else the title in our table of codes. */
  declare readonly title: string | undefined;
  /** Meta's `error_user_msg`: the explanation that Meta wrote for people, in the language of the token's user. */
  declare readonly userMessage: string | undefined;
  /** Meta's `error_data.details`: the exact cause. */
  declare readonly details: string | undefined;
  /** Meta's `fbtrace_id` of the request. Quote it to Meta's support. */
  declare readonly fbtraceId: string | undefined;
  /** Meta's `is_transient`: whether Meta says that the same call may succeed later. */
  declare readonly transient: boolean | undefined;
  /** Milliseconds to wait before the next attempt; `undefined` if the answer does not say. */
  declare readonly retryAfter: number | undefined;
  /** The area of the platform that the code belongs to; `undefined` for a code that Meta has not documented. */
  declare readonly codeKind: ErrorCodeKind | undefined;
  /** Whether the same call may be made again: `now` after a short back-off, `later` once the stated wait is over, `never` unless the call changes. */
  declare readonly retry: RetryAdvice | undefined;
  /** What to do about it, for the subcode if our table has it, else for the code. */
  declare readonly hint: string | undefined;

  constructor(
    envelope: ApiErrorEnvelope,
    httpStatus: number,
    redact: (text: string) => string,
    info: ErrorCodeInfo | undefined,
    retryAfter: number | undefined,
  ) {
    const clean = (text: string | undefined): string | undefined => text && redact(text);
    const { code, error_subcode: subcode, is_transient: transient } = envelope;
    const fbtraceId = clean(envelope.fbtrace_id);
    const message = clean(envelope.message);
    const details = clean(envelope.error_data?.details);
    const userMessage = clean(envelope.error_user_msg);
    const hint = info?.hint;
    const codes = subcode === undefined ? code : `${code} (subcode ${subcode})`;
    super({
      kind: 'api',
      summary: `WhatsApp refused the call with code ${codes}${message ? `: ${message}` : ' and gave no message.'}`,
      details: [...new Set([details, userMessage, hint, fbtraceId && `fbtrace_id ${fbtraceId}`])].filter(
        (line): line is string => !!line,
      ),
      docs: info?.docs,
    });
    Object.assign(this, {
      code,
      subcode,
      httpStatus,
      title: clean(envelope.error_user_title) ?? info?.title,
      userMessage,
      details,
      fbtraceId,
      transient,
      retryAfter,
      codeKind: info?.kind,
      retry: transient ? 'now' : info?.retry,
      hint,
    });
  }
}

/**
 * Returns whether a value is an {@link ApiError}, with the given code and subcode if they are given. Also recognizes errors of another copy
 * of the package.
 *
 * @param value Anything, such as what a `catch` caught.
 * @param code The code that the error must have. Default: any.
 * @param subcode The subcode that it must have as well: it tells one reason of a code from the others. Default: any.
 *
 * @example
 * if (isApiError(error, 131047)) await wa.messages.sendTemplate({ to, name: 'hello', language: 'en' });
 * if (isApiError(error, 190, 463)) await renewToken(); // expired; 460 is a changed password, 467 a revoked token
 */
export function isApiError(value: unknown, code?: number, subcode?: number): value is ApiError {
  if (!isWabakitError(value) || value.kind !== 'api') return false;
  const error = value as ApiError;
  return (code === undefined || error.code === code) && (subcode === undefined || error.subcode === subcode);
}
