import { WabakitError, isWabakitError } from './base-error.ts';

/**
 * Why a call failed: the network, no answer in time, the caller gave it up, a host that must not get the token, or an HTTP status without
 * Meta's error envelope, such as a redirect that is not followed.
 */
export type TransportErrorReason = 'network' | 'timeout' | 'aborted' | 'host' | 'status';

/** The call failed on its way. For a send it also says that nothing reached WhatsApp; where that is open, it is an OutcomeUnknownError. */
export class TransportError extends WabakitError {
  override readonly name = 'TransportError';
  declare readonly kind: 'transport';
  /** Why it failed. */
  declare readonly reason: TransportErrorReason;
  /** The HTTP status, where there was an answer. */
  declare readonly httpStatus: number | undefined;

  constructor(reason: TransportErrorReason, summary: string, httpStatus?: number, cause?: unknown) {
    super({ kind: 'transport', summary, cause });
    Object.assign(this, { reason, httpStatus });
  }
}

/** Says whether a value is a {@link TransportError}. */
export function isTransportError(value: unknown): value is TransportError {
  return isWabakitError(value) && value.kind === 'transport';
}
