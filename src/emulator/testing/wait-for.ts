import { toMilliseconds, type Duration } from '../time/duration.ts';
import type { Journal, JournalEntry } from '../kernel/journal.ts';

/** How long to wait, in real time. */
export interface WaitOptions {
  /** How long to wait in real time, such as `'500ms'` or milliseconds. Default `'5s'`. */
  readonly timeout?: Duration | undefined;
}

/** Finds the newest entry that fits, or waits for one to come. */
export function waitForEntry<Entry extends JournalEntry>(
  parts: { readonly journal: Journal; readonly subscribe: (listener: () => void) => () => void },
  fits: (entry: JournalEntry) => entry is Entry,
  options: WaitOptions,
): Promise<Entry> {
  const { journal, subscribe } = parts;
  const found = journal.entries.findLast((entry) => fits(entry));
  if (found) return Promise.resolve(found);
  const timeout = toMilliseconds(options.timeout ?? '5s', 'timeout');
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      finish();
      const seen = journal.entries
        .slice(-5)
        .map((entry) =>
          entry.kind === 'request'
            ? `${entry.method} ${entry.path} ${entry.status}`
            : `webhook ${entry.field} ${entry.outcome}`,
        );
      reject(
        new Error(
          `Nothing that fits came within ${timeout} ms. The journal's last entries: ${seen.join('; ') || 'none'}.`,
        ),
      );
    }, timeout);
    const stop = subscribe(() => {
      const entry = journal.entries.findLast((one) => fits(one));
      if (entry === undefined) return;
      finish();
      resolve(entry);
    });
  });
}
