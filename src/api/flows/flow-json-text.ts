import { UsageError } from '../../errors/usage-error.ts';

const maxJsonBytes = 10_485_760;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An object with neither a version nor screens is not a Flow: a promise that was not awaited, or the parameters of another call. */
const isFlow = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('version' in value || 'screens' in value);

/**
 * Returns the text of a Flow JSON that is given as an object or as text.
 *
 * @throws {UsageError} if it cannot be a Flow JSON, or is larger than Meta allows. What else Meta refuses: `validateFlowJson`.
 */
export function toFlowJsonText(flowJson: string | object): string {
  const text = typeof flowJson === 'string' ? flowJson : JSON.stringify(flowJson);
  const { size } = new Blob([text]);
  const isLarge = size > maxJsonBytes;
  if (!isLarge && isFlow(parse(text))) return text;
  throw new UsageError({
    summary: isLarge ? 'The Flow JSON is too large.' : 'The Flow JSON cannot be used.',
    issues: [
      isLarge
        ? {
            path: 'flowJson',
            message: `has ${size} bytes; at most ${maxJsonBytes} are allowed`,
            limit: maxJsonBytes,
          }
        : {
            path: 'flowJson',
            message: 'is not a Flow JSON; give an object, or its text, with version and screens',
          },
    ],
  });
}
