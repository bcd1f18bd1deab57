import { toMilliseconds, type Duration } from '../time/duration.ts';
import { realTimers } from '../time/real-timers.ts';
import type { Journal, JournalEntry } from '../kernel/journal.ts';
import type { EmulatorMessage } from '../phones/phone-message.ts';
import { findMessage, missingMessage, type ExpectedMessage, type MessageSource } from './expect-message.ts';
import { journalLines } from './journal-lines.ts';
import { textOf } from '../../shared/text-of.ts';

/** How long to wait, in real time. */
export interface WaitOptions {
  /** How long to wait in real time, such as `'500ms'` or milliseconds. Default: the emulator's `waitTimeout`, 4 seconds. */
  readonly timeout?: Duration | undefined;
}

/** Which message to wait for, and how long. */
export interface MessageWaitOptions extends WaitOptions {
  /** The wamid of a message that the expected one comes after, such as the one that `say` returns. Default: any message that is kept fits. */
  readonly after?: string | undefined;
}

/** What is waited on: something that tells when anything happens, and its journal. */
interface Source {
  readonly journal: Journal;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Looks now and after everything that happens, until `find` returns something. */
async function waitUntilFound<Found>(
  source: Source,
  timeout: number,
  find: () => Found | undefined,
  getError: () => Error,
): Promise<Found> {
  const found = find();
  if (found !== undefined) return found;
  return new Promise((resolve, reject) => {
    const timer = realTimers.setTimeout(() => {
      stop();
      reject(getError());
    }, timeout);
    const end = (): void => {
      realTimers.clearTimeout(timer);
      stop();
    };
    const stop = source.subscribe(() => {
      try {
        const newest = find();
        if (newest === undefined) return;
        end();
        resolve(newest);
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error(textOf(error)));
      }
    });
  });
}

const getTimeout = (options: WaitOptions, usual: number): number =>
  options.timeout === undefined ? usual : toMilliseconds(options.timeout, 'timeout');

/** Finds the newest entry that fits, or waits for one to come. */
export function waitForEntry<Entry extends JournalEntry>(
  source: Source,
  usual: number,
  fits: (entry: JournalEntry) => entry is Entry,
  options: WaitOptions,
): Promise<Entry> {
  const timeout = getTimeout(options, usual);
  return waitUntilFound(
    source,
    timeout,
    () => source.journal.entries.findLast((entry) => fits(entry)),
    () =>
      new Error(
        `Nothing that fits came within ${timeout} ms. The journal's last entries:\n${journalLines(source.journal)}`,
      ),
  );
}

/** Finds the newest message of the business that fits, or waits for one to be sent. */
export function waitForMessage(
  source: Source & MessageSource,
  usual: number,
  expected: ExpectedMessage,
  options: MessageWaitOptions,
): Promise<EmulatorMessage> {
  const timeout = getTimeout(options, usual);
  const { after } = options;
  return waitUntilFound(
    source,
    timeout,
    () => findMessage(source, expected, after),
    () =>
      missingMessage(
        source,
        expected,
        ` within ${timeout} ms`,
        `\nThe journal's last entries:\n${journalLines(source.journal)}`,
      ),
  );
}
