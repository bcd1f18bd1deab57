import type { JournalEntryView } from '../protocol/protocol.ts';

function getText(entry: JournalEntryView): string {
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
  return [entry.kind, ...own, entry.about, ...entry.wamids].join('\n').toLowerCase();
}

/** The entries in which every word occurs: in a path, a body, a number, a status. */
export function searchJournal(
  journal: readonly JournalEntryView[],
  text: string,
): readonly JournalEntryView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return journal;
  return journal.filter((entry) => {
    const where = getText(entry);
    return words.every((word) => where.includes(word));
  });
}
