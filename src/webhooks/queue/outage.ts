import { textOf } from '../../shared/text-of.ts';

const maxDelayMs = 30_000;

/** Follows a queue that cannot be reached, so that it is neither asked nor reported ten times a second. */
export interface Outage {
  /** Takes the error of a failed call. Returns how long to wait before the next one, in milliseconds. */
  readonly fail: (error: unknown) => number;
  /** Takes note of a call that worked. */
  readonly end: () => void;
}

/**
 * Creates an {@link Outage}. The delay doubles from `pollMs` to 30 seconds. Each error is reported once in an outage, by its text, and then that the
 * queue answers again.
 */
export function createOutage(pollMs: number, report: (error: unknown) => void): Outage {
  const reported = new Set<string>();
  let failures = 0;
  let startedAt = 0;
  return {
    fail: (error) => {
      if (failures === 0) startedAt = performance.now();
      failures += 1;
      const text = textOf(error);
      if (!reported.has(text)) report(error);
      reported.add(text);
      return Math.min(pollMs * 2 ** failures, Math.max(maxDelayMs, pollMs));
    },
    end: () => {
      if (failures === 0) return;
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      report(new Error(`The webhook queue answers again after ${seconds} s (failed calls: ${failures}).`));
      failures = 0;
      reported.clear();
    },
  };
}
