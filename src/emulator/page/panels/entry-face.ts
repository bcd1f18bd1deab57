import type { WebhookAttempt } from '../../kernel/journal.ts';
import type { JournalEntryView } from '../protocol/protocol.ts';

/** A journal entry in one line. */
export interface EntryFace {
  readonly verb: string;
  readonly title: string;
  readonly state: string;
  readonly tone: 'good' | 'bad' | 'wait';
}

const getTone = (status: number): EntryFace['tone'] => (status < 400 ? 'good' : 'bad');

const attemptState = ({ status, error }: WebhookAttempt): string =>
  status === undefined ? (error ?? 'no answer') : String(status);

export function entryFace(entry: JournalEntryView): EntryFace {
  if (entry.kind === 'request') {
    const { status } = entry;
    return {
      verb: entry.method,
      title: entry.path.replace(/^\/v\d+\.\d+/, ''),
      state: status === undefined ? 'cut' : String(status),
      tone: status === undefined ? 'bad' : getTone(status),
    };
  }
  const last = entry.attempts.at(-1);
  const face = { verb: 'HOOK', title: entry.label };
  if (last === undefined)
    return { ...face, state: entry.target === undefined ? 'no URL' : 'waits', tone: 'wait' };
  const count = entry.attempts.length > 1 ? ` ×${entry.attempts.length}` : '';
  return {
    ...face,
    state: attemptState(last) + count,
    tone: last.status === undefined ? 'bad' : getTone(last.status),
  };
}
