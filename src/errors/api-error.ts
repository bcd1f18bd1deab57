import { WabakitError, isWabakitError } from './base-error.ts';
import type { ErrorCodeKind, RetryAdvice } from './code-types.ts';
import type { ErrorCodeInfo } from './codes.ts';

/** Meta's error envelope, as far as an error tells of it. */
export interface ApiErrorEnvelope {
  readonly code: number;
  readonly message?: string | undefined;
  readonly error_subcode?: number | undefined;
  readonly is_transient?: boolean | undefined;
  readonly error_data?: { readonly details?: string | undefined } | undefined;
  readonly fbtrace_id?: string | undefined;
}

/**
 * WhatsApp refused the call. Build on `code`: Meta translates and changes the words.
 *
 * Source: Meta, "Error codes".
 */
export class ApiError extends WabakitError {
  override readonly name = 'ApiError';
  declare readonly kind: 'api';
  /** Meta's error code, such as 131047. */
  declare readonly code: number;
  /** Meta's `error_subcode`. */
  declare readonly subcode: number | undefined;
  /** The HTTP status; rate limits mostly come with 400. */
  declare readonly httpStatus: number;
  /** Meta's `error_data.details`: what exactly was wrong. */
  declare readonly details: string | undefined;
  /** Meta's id of the request, to quote to its support. */
  declare readonly fbtraceId: string | undefined;
  /** Whether Meta itself says that a repetition may help. */
  declare readonly transient: boolean | undefined;
  /** Milliseconds to wait, where the answer names them. */
  declare readonly retryAfter: number | undefined;
  /** What area the code belongs to; `undefined` for a code that is not documented. */
  declare readonly codeKind: ErrorCodeKind | undefined;
  /** Whether the same call may be made again: `now` after a short back-off, `later` once the stated wait is over, `never` unless the call changes. */
  declare readonly retry: RetryAdvice | undefined;
  /** What to do about it. */
  declare readonly hint: string | undefined;

  constructor(
    envelope: ApiErrorEnvelope,
    httpStatus: number,
    redact: (text: string) => string,
    info: ErrorCodeInfo | undefined,
    retryAfter: number | undefined,
  ) {
    const { code, is_transient: transient, fbtrace_id: fbtraceId } = envelope;
    const details = envelope.error_data?.details && redact(envelope.error_data.details);
    const hint = info?.hint;
    super({
      kind: 'api',
      summary: `WhatsApp refused the call with code ${code}: ${redact(envelope.message ?? 'no words')}`,
      details: [details, hint, fbtraceId && `fbtrace_id ${fbtraceId}`].filter((line) => !!line) as string[],
      docs: info?.docs,
    });
    Object.assign(this, {
      code,
      subcode: envelope.error_subcode,
      httpStatus,
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
 * Says whether a value is an {@link ApiError}, and with which code, also when it comes from another copy of the package.
 *
 * @example
 * if (isApiError(error, 131047)) await wa.messages.sendTemplate({ to, name: 'hello', language: 'en' });
 */
export function isApiError(value: unknown, code?: number): value is ApiError {
  return (
    isWabakitError(value) && value.kind === 'api' && (code === undefined || (value as ApiError).code === code)
  );
}
