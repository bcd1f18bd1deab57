const brand = Symbol.for('wabakit.error');

/** What went wrong, in one word: the API refused, the call failed, nobody knows, the reply was odd, the caller erred, a webhook was bad. */
export type ErrorKind = 'api' | 'transport' | 'outcome_unknown' | 'response_shape' | 'usage' | 'webhook';

/** What every error of this package is made of. */
export interface BaseErrorParts {
  /** Which class of error this is. */
  readonly kind: ErrorKind;
  /** One short sentence: what happened. */
  readonly summary: string;
  /** Further lines: where, which limit, what to do. */
  readonly details?: readonly string[] | undefined;
  /** The page that explains it. */
  readonly docs?: string | undefined;
  /** The error underneath. */
  readonly cause?: unknown;
}

/**
 * The base of every error that wabakit throws. It never holds a token, an app secret or a message body.
 *
 * Recognise it with {@link isWabakitError}: two copies of the package, or CommonJS beside ESM, break `instanceof`.
 */
export abstract class WabakitError extends Error {
  /** Which class of error this is. */
  declare readonly kind: ErrorKind;
  /** The first sentence of the message. */
  declare readonly summary: string;
  /** The page that explains the error, where there is one. */
  declare readonly docs: string | undefined;

  constructor(parts: BaseErrorParts) {
    const lines = (parts.details ?? []).map((line) => `  ${line}`);
    if (parts.docs !== undefined) lines.push(`  See ${parts.docs}`);
    super(
      [parts.summary, ...lines].join('\n'),
      parts.cause === undefined ? undefined : { cause: parts.cause },
    );
    this.kind = parts.kind;
    this.summary = parts.summary;
    this.docs = parts.docs;
    Object.defineProperty(this, brand, { value: true });
  }
}

/**
 * Says whether a value is an error of this package, also when it comes from another copy of it.
 *
 * @example
 * try { await wa.messages.sendText({ to, body }); } catch (error) {
 *   if (isWabakitError(error)) console.error(error.kind, error.summary);
 * }
 */
export function isWabakitError(value: unknown): value is WabakitError {
  return typeof value === 'object' && value !== null && brand in value;
}
