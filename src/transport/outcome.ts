import { throttleCodes } from './throttles.ts';

/** How one try ended. `unknown`: it may have been carried out. */
export type Outcome = 'accepted' | 'not_sent' | 'throttled' | 'rejected' | 'unknown';

/** Judges an answer by its HTTP status, Meta's error code, and whether its body could be read. */
export function outcomeOfAnswer(status: number, code: number | undefined, readable: boolean): Outcome {
  if (status === 429 || throttleCodes.includes(code ?? 0)) return 'throttled';
  if (code !== undefined) return 'rejected';
  if (status >= 500 || status === 408) return 'unknown';
  if (status >= 300) return 'rejected';
  return readable ? 'accepted' : 'unknown';
}
