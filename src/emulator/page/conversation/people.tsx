import { useState } from 'preact/hooks';
import { summary } from '../content/summary.ts';
import { stripSeparators } from '../../../shared/phone-number.ts';
import { phoneNumber } from '../format/phone-number.ts';
import { timeOfDay } from '../format/time.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { memo } from '../parts/memo.tsx';
import type { UserView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { NewPhoneDialog } from './new-phone-dialog.tsx';
import { unread } from './unread.ts';

/** The list shows so many of those that the page keeps; the search finds the others. */
const shown = 100;

export interface PeopleProps {
  readonly users: readonly UserView[];
  readonly open: readonly string[];
  readonly focused: string | undefined;
  readonly search: string;
}

interface PersonProps {
  readonly user: UserView;
  readonly open: boolean;
  readonly focused: boolean;
}

const Person = memo(({ user, open, focused }: PersonProps) => {
  const { dispatch } = useActions();
  const last = user.bubbles.at(-1);
  const count = unread(user);
  return (
    <li>
      <button
        type="button"
        class="person"
        data-open={open}
        aria-current={focused}
        title={`${user.name}, ${phoneNumber(user.waId)}`}
        onClick={() => dispatch({ kind: 'openPhone', waId: user.waId })}
      >
        <Avatar name={user.name} waId={user.waId} />
        <span class="person-text">
          <b>
            <bdi>{user.name}</bdi>
          </b>
          <small>
            <bdi>{last ? summary(last) : phoneNumber(user.waId)}</bdi>
          </small>
        </span>
        <span class="person-side">
          {last && <time>{timeOfDay(last.at)}</time>}
          {count > 0 && (
            <span class="count">
              {count}
              <span class="hidden"> unread</span>
            </span>
          )}
        </span>
      </button>
    </li>
  );
});

/** The users whose name, or whose number in any spelling, holds a text. */
function find(users: readonly UserView[], search: string): readonly UserView[] {
  const wanted = search.trim().toLowerCase();
  const digits = stripSeparators(wanted).replace('+', '');
  return users.filter(
    ({ name, waId }) => name.toLowerCase().includes(wanted) || (digits !== '' && waId.includes(digits)),
  );
}

/** Everyone who has a phone here. */
export function People({ users, open, focused, search }: PeopleProps) {
  const { dispatch } = useActions();
  const [adding, setAdding] = useState(false);
  const found = find(users, search);
  return (
    <nav class="people" aria-label="Users">
      <div class="people-top">
        <h2>Users</h2>
        <button type="button" class="button small" onClick={() => setAdding(true)}>
          <Icon name="plus" size={16} />
          New phone
        </button>
        {(users.length > 6 || search !== '') && (
          <input
            type="search"
            aria-label="Find a user"
            placeholder="Name or number"
            value={search}
            onInput={({ currentTarget }) => dispatch({ kind: 'findPeople', text: currentTarget.value })}
          />
        )}
      </div>
      <ul>
        {found.slice(0, shown).map((user) => (
          <Person
            key={user.waId}
            user={user}
            open={open.includes(user.waId)}
            focused={user.waId === focused}
          />
        ))}
      </ul>
      {found.length > shown && <p class="hint">{found.length - shown} more: search for them.</p>}
      {adding && <NewPhoneDialog onClose={() => setAdding(false)} />}
    </nav>
  );
}
