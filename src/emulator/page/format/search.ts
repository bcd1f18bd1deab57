import type { JournalEntryView } from '../protocol/protocol.ts';
import { entryWords } from './entry-words.ts';

function getText(entry: JournalEntryView, names: ReadonlyMap<string, string>): string {
  const own =
    entry.kind === 'request'
      ? [entry.method, entry.path, entry.status, JSON.stringify(entry.body), JSON.stringify(entry.reply)]
      : [
          entry.field,
          entry.label,
          entry.body,
          entry.target,
          ...entry.attempts.map(({ status, error }) => error ?? status),
        ];
  return [entry.kind, ...own, entryWords(entry, names), entry.about, ...entry.wamids]
    .join('\n')
    .toLowerCase();
}

/** The entries in which every word occurs: in a path, a body, a name, a number, a status. `names` are the users' by id. */
export function searchJournal(
  journal: readonly JournalEntryView[],
  text: string,
  names: ReadonlyMap<string, string> = new Map(),
): readonly JournalEntryView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return journal;
  return journal.filter((entry) => {
    const where = getText(entry, names);
    return words.every((word) => where.includes(word));
  });
}
