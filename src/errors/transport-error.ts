import { WabakitError, isWabakitError } from './base-error.ts';

/**
 * Why a call failed: the network, no answer in time (`timeout`), the caller's signal (`aborted`), a host that must not get the token, an
 * HTTP status without Meta's error envelope, such as a redirect that is not followed, or a limit of Meta's that let no call pass within
 * `maxQueueTime` (`queue_timeout`).
 */
export type TransportErrorReason = 'network' | 'timeout' | 'aborted' | 'host' | 'status' | 'queue_timeout';

/** The call failed before WhatsApp carried it out. A send that may have reached WhatsApp fails with `OutcomeUnknownError` instead. */
export class TransportError extends WabakitError {
  override readonly name = 'TransportError';
  declare readonly kind: 'transport';
  /** Why the call failed: `network`, `timeout`, `aborted`, `host`, `status` or `queue_timeout`. */
  declare readonly reason: TransportErrorReason;
  /** The HTTP status; `undefined` if there was no answer. */
  declare readonly httpStatus: number | undefined;

  constructor(
    reason: TransportErrorReason,
    summary: string,
    httpStatus?: number,
    cause?: unknown,
    docs?: string,
  ) {
    super({ kind: 'transport', summary, cause, docs });
    Object.assign(this, { reason, httpStatus });
  }
}

/** Returns whether a value is a {@link TransportError}. Also recognizes errors of another copy of the package. */
export function isTransportError(value: unknown): value is TransportError {
  return isWabakitError(value) && value.kind === 'transport';
}
