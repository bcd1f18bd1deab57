import type { AttemptReport } from '../transport/http-over.ts';
import type { Logger } from './options.ts';

/** Turns reports of tries into log lines: `debug` for accepted ones, `warn` for all others. Returns what the logger returns, for `guard`. */
export const logAttempts =
  (logger: Logger) =>
  (report: AttemptReport): unknown =>
    report.outcome === 'accepted'
      ? logger.debug(report, 'call accepted')
      : logger.warn(report, report.wait === undefined ? 'call failed' : 'call waits for its next try');
