import type { AttemptReport } from '../transport/http-over.ts';
import type { Logger } from './options.ts';

/** Turns reports of tries into log lines: `debug` for accepted ones, `warn` for all others. */
export const logAttempts =
  (logger: Logger) =>
  (report: AttemptReport): void => {
    if (report.outcome === 'accepted') logger.debug(report, 'call accepted');
    else logger.warn(report, report.wait === undefined ? 'call failed' : 'call waits for its next try');
  };
