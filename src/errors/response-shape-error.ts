import { WabakitError, isWabakitError } from './base-error.ts';

/** The API answered with success, but not in the shape that Meta documents. The call was carried out. */
export class ResponseShapeError extends WabakitError {
  override readonly name = 'ResponseShapeError';
  declare readonly kind: 'response_shape';

  constructor(problem: string) {
    super({
      kind: 'response_shape',
      summary: `The reply has an unexpected shape: ${problem}.`,
    });
  }
}

/** Returns whether a value is a {@link ResponseShapeError}. Also recognizes errors of another copy of the package. */
export function isResponseShapeError(value: unknown): value is ResponseShapeError {
  return isWabakitError(value) && value.kind === 'response_shape';
}
