import { useEffect, useRef } from 'preact/hooks';
import { entryWords, getNames } from '../format/entry-words.ts';
import { searchJournal } from '../format/search.ts';
import type { PhoneState } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { Entry } from './entry.tsx';

const shown = 100;

export interface InspectorProps {
  readonly phone: PhoneState;
  readonly search: string;
  readonly selected: number | undefined;
}

/** Every call and every webhook, newest first. The slash key goes to the search. */
export function Inspector({ phone, search, selected }: InspectorProps) {
  const { dispatch } = useActions();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const names = getNames(phone.users);
  const found = searchJournal(phone.journal, search, names);
  return (
    <>
      <label class="search">
        <span class="hidden">Search the journal</span>
        <input
          ref={field}
          type="search"
          placeholder="Search names, bodies, codes …  ( / )"
          value={search}
          onInput={({ currentTarget }) => dispatch({ kind: 'search', text: currentTarget.value })}
        />
      </label>
      {phone.journal.length === 0 ? (
        <div class="empty">
          <h2>Quiet on the wire</h2>
          <p>Calls of your bot and webhooks to it appear here, with bodies, signatures and attempts.</p>
          <button
            type="button"
            class="button"
            onClick={() => dispatch({ kind: 'showPanel', panel: 'connect' })}
          >
            How to connect your bot
          </button>
        </div>
      ) : (
        <p class="hint" role="status">
          {found.length === phone.journal.length
            ? `${found.length} ${found.length === 1 ? 'entry' : 'entries'}`
            : `${found.length} of ${phone.journal.length} entries`}
        </p>
      )}
      <ol class="entries">
        {found
          .slice(-shown)
          .toReversed()
          .map((entry) => (
            <Entry
              key={entry.number}
              entry={entry}
              words={entryWords(entry, names)}
              business={phone.business}
              templates={phone.templates}
              selected={entry.number === selected}
            />
          ))}
      </ol>
    </>
  );
}
