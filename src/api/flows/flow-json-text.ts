import { usageError } from '../../errors/usage-error.ts';

const maxJsonBytes = 10_485_760;

/** An object with neither a version nor screens is not a Flow: a promise that was not awaited, or the parameters of another call. */
function isFlow(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('version' in value || 'screens' in value);
  } catch {
    return false;
  }
}

/**
 * Returns the text of a Flow JSON that is given as an object or as text.
 *
 * @throws {UsageError} if it cannot be a Flow JSON, or is larger than Meta allows. What else Meta refuses: `validateFlowJson`.
 */
export function toFlowJsonText(flowJson: string | object): string {
  const text = typeof flowJson === 'string' ? flowJson : JSON.stringify(flowJson);
  const { size } = new Blob([text]);
  if (size > maxJsonBytes)
    throw usageError('flowJson', `has ${size} bytes; at most ${maxJsonBytes} are allowed`, {
      limit: maxJsonBytes,
    });
  if (!isFlow(text))
    throw usageError('flowJson', 'is not a Flow JSON; give an object, or its text, with version and screens');
  return text;
}
