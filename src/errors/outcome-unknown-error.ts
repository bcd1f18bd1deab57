import { WabakitError, isWabakitError } from './base-error.ts';

/**
 * Nobody knows whether the call was carried out: the connection broke, or the answer could not be read. It was not repeated, because
 * a customer might get the message twice. The statuses of the webhook carry {@link OutcomeUnknownError.callbackData} if it was sent.
 */
export class OutcomeUnknownError extends WabakitError {
  override readonly name = 'OutcomeUnknownError';
  declare readonly kind: 'outcome_unknown';
  /** The `biz_opaque_callback_data` of a send; `undefined` for other calls. */
  declare readonly callbackData: string | undefined;
  /** The HTTP status, where there was one. */
  declare readonly httpStatus: number | undefined;

  constructor(summary: string, callbackData?: string, httpStatus?: number, cause?: unknown) {
    const evidence = callbackData && `a status with biz_opaque_callback_data ${callbackData}`;
    super({
      kind: 'outcome_unknown',
      summary,
      details: [`It was not repeated; ${evidence ?? 'a look'} settles it.`],
      cause,
    });
    Object.assign(this, { callbackData, httpStatus });
  }
}

/** Says whether a value is an {@link OutcomeUnknownError}. */
export function isOutcomeUnknownError(value: unknown): value is OutcomeUnknownError {
  return isWabakitError(value) && value.kind === 'outcome_unknown';
}
