import { useState } from 'preact/hooks';
import { summary } from '../content/summary.ts';
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

/** Everybody who has a phone here. */
export function People({ users, open, focused }: PeopleProps) {
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = search.trim().toLowerCase();
  const found = users.filter(
    ({ name, waId }) => name.toLowerCase().includes(wanted) || waId.includes(wanted),
  );
  return (
    <nav class="people" aria-label="Customers">
      <div class="people-top">
        <h2>Customers</h2>
        <button type="button" class="button small" onClick={() => setAdding(true)}>
          <Icon name="plus" size={16} />
          New phone
        </button>
      </div>
      {users.length > 6 && (
        <input
          type="search"
          aria-label="Find a customer"
          placeholder="Name or number"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      )}
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
