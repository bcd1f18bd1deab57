import { usageError } from '../errors/usage-error.ts';

// timeout, totalTimeout, maxQueueTime, messagesPerSecond, attempts, baseDelay
const isNumber = /time|PerSecond|attempts|Delay/i;

/**
 * Checks the options of a call or a transport that are numbers; `messagesPerSecond` may be a function as well.
 *
 * @throws {UsageError} for one that is not above 0 and below 2 ** 31, which is the most that a timer can wait.
 */
export function checkNumbers(options: object): void {
  for (const [name, value] of Object.entries(options) as [string, unknown][])
    if (
      isNumber.test(name) &&
      (typeof value === 'string' || (typeof value === 'number' && !(value > 0 && value < 2 ** 31)))
    )
      throw usageError(name, 'needs a number above 0 and below 2 ** 31');
}
