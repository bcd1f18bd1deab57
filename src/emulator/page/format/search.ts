import type { JournalEntry } from '../protocol/protocol.ts';

function getText(entry: JournalEntry): string {
  const own =
    entry.kind === 'call'
      ? [
          entry.method,
          entry.path,
          entry.status,
          JSON.stringify(entry.request),
          JSON.stringify(entry.response),
        ]
      : [
          entry.field,
          entry.label,
          entry.body,
          entry.url,
          ...entry.attempts.map(({ status, error }) => error ?? status),
        ];
  return [entry.kind, ...own, entry.waId, ...entry.wamids].join('\n').toLowerCase();
}

/** The entries in which every word occurs: in a path, a body, a number, a status. */
export function searchJournal(journal: readonly JournalEntry[], text: string): readonly JournalEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return journal;
  return journal.filter((entry) => {
    const where = getText(entry);
    return words.every((word) => where.includes(word));
  });
}
