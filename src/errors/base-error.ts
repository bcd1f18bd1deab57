const brand = Symbol.for('wabakit.error');

/** The class of an error: WhatsApp refused, the call failed, its outcome is unknown, the reply had a wrong shape, the caller passed a wrong value, a webhook was not accepted. */
export type ErrorKind = 'api' | 'transport' | 'outcome_unknown' | 'response_shape' | 'usage' | 'webhook';

/** The parts of every error of this package. */
export interface BaseErrorParts {
  /** Which class of error this is. */
  readonly kind: ErrorKind;
  /** One short sentence: what happened. */
  readonly summary: string;
  /** Further lines: where, which limit, what to do. */
  readonly details?: readonly string[] | undefined;
  /** The address of the page that explains it. */
  readonly docs?: string | undefined;
  /** The error that caused this one. */
  readonly cause?: unknown;
}

/**
 * The base of every error that wabakit throws. It never holds a token, an app secret or a message body.
 *
 * Recognise it with {@link isWabakitError}: two copies of the package, or CommonJS and ESM in one program, break `instanceof`.
 */
export abstract class WabakitError extends Error {
  /** Which class of error this is. */
  declare readonly kind: ErrorKind;
  /** The first sentence of the message. */
  declare readonly summary: string;
  /** The address of the page that explains the error; `undefined` if there is none. */
  declare readonly docs: string | undefined;

  constructor({ kind, summary, details = [], docs, cause }: BaseErrorParts) {
    const lines = docs ? [...details, `See ${docs}`] : details;
    super([summary, ...lines].join('\n  '), cause === undefined ? undefined : { cause });
    Object.assign(this, { kind, summary, docs });
    Object.defineProperty(this, brand, { value: true });
  }
}

/**
 * Returns whether a value is an error of this package. Also recognizes errors of another copy of it.
 *
 * @example
 * try { await wa.messages.sendText({ to, body }); } catch (error) {
 *   if (isWabakitError(error)) console.error(error.kind, error.summary);
 * }
 */
export function isWabakitError(value: unknown): value is WabakitError {
  return typeof value === 'object' && value !== null && brand in value;
}
