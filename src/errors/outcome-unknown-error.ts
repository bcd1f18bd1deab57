import { WabakitError, isWabakitError } from './base-error.ts';

/**
 * The outcome of the call is unknown: the connection broke, or the answer could not be read. The call was not repeated, because a customer
 * might get the message twice. If it was sent, its status webhooks carry {@link OutcomeUnknownError.callbackData}.
 */
export class OutcomeUnknownError extends WabakitError {
  override readonly name = 'OutcomeUnknownError';
  declare readonly kind: 'outcome_unknown';
  /** The `biz_opaque_callback_data` of a send; `undefined` for other calls. */
  declare readonly callbackData: string | undefined;
  /** The HTTP status; `undefined` if there was no answer. */
  declare readonly httpStatus: number | undefined;

  constructor(summary: string, callbackData?: string, httpStatus?: number, cause?: unknown) {
    super({
      kind: 'outcome_unknown',
      summary,
      details: [
        callbackData
          ? `The call was not repeated. A status webhook with biz_opaque_callback_data ${callbackData} shows that the message was sent; do not send it again before you know.`
          : 'The call was not repeated. Read the object to see whether the call had its effect; repeat the call only if it had none.',
      ],
      cause,
    });
    Object.assign(this, { callbackData, httpStatus });
  }
}

/** Returns whether a value is an {@link OutcomeUnknownError}. Also recognizes errors of another copy of the package. */
export function isOutcomeUnknownError(value: unknown): value is OutcomeUnknownError {
  return isWabakitError(value) && value.kind === 'outcome_unknown';
}
