import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import { timeWithSeconds } from '../format/time.ts';
import { memo } from '../parts/memo.tsx';
import type { BusinessView, JournalEntryView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { CallDetails } from './call-details.tsx';
import { entryFace } from './entry-face.ts';
import { WebhookDetails } from './webhook-details.tsx';

export interface EntryProps {
  readonly entry: JournalEntryView;
  /** Whom and what it concerns. */
  readonly words: string | undefined;
  readonly business: BusinessView;
  readonly templates: readonly EmulatorTemplate[];
  readonly selected: boolean;
}

/** One line of the journal; a click unfolds it. */
export const Entry = memo(({ entry, words, business, templates, selected }: EntryProps) => {
  const { dispatch } = useActions();
  const { verb, title, state, tone } = entryFace(entry);
  return (
    <li class="entry" data-kind={entry.kind}>
      <button
        type="button"
        aria-expanded={selected}
        onClick={() => dispatch({ kind: 'select', entry: entry.number })}
      >
        <span class="verb">{verb}</span>
        <span class="entry-title">{title}</span>
        <span class="state" data-tone={tone}>
          {state}
        </span>
        <time>{timeWithSeconds(entry.at)}</time>
        {words !== undefined && (
          <small class="entry-words" dir="auto" title={words}>
            {words}
          </small>
        )}
      </button>
      {selected &&
        (entry.kind === 'request' ? (
          <CallDetails entry={entry} business={business} templates={templates} />
        ) : (
          <WebhookDetails entry={entry} business={business} templates={templates} />
        ))}
    </li>
  );
});
