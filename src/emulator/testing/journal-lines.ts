import type { Journal, JournalEntry } from '../kernel/journal.ts';

const shown = 8;

function journalLine(entry: JournalEntry): string {
  if (entry.kind === 'request') return `  ${entry.method} ${entry.path} ${entry.status}`;
  const last = entry.attempts.at(-1);
  const answer = last === undefined ? '' : ` (${last.status ?? last.error})`;
  const about = ['messages', 'statuses'].find((name) => name in entry.value) ?? entry.field;
  return `  webhook ${about} ${entry.outcome}${answer}`;
}

/** Returns the newest entries of a journal as text, a line each, for the error of a test. */
export const journalLines = ({ entries }: Pick<Journal, 'entries'>): string =>
  entries.slice(-shown).map(journalLine).join('\n') || '  none';
