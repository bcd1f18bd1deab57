import { deskTitles } from './panel-titles.ts';
import { deskNames, type PageState } from '../state/page-state.ts';
import { useActions } from '../state/use-page.ts';
import { Icon } from '../parts/icon.tsx';

/** The foot of a narrow screen: the phones, or one of the desks. */
export function HalfSwitch({ state }: { readonly state: PageState }) {
  const { dispatch } = useActions();
  const phones = state.half === 'phones';
  return (
    <nav class="half-switch" aria-label="Parts of the page">
      <button type="button" aria-current={phones} onClick={() => dispatch({ kind: 'showPhones' })}>
        <Icon name="people" />
        Phones
      </button>
      {deskNames.map((desk) => (
        <button
          key={desk}
          type="button"
          aria-current={!phones && state.desk === desk}
          onClick={() => dispatch({ kind: 'showDesk', desk })}
        >
          <Icon name={deskTitles[desk].icon} />
          {deskTitles[desk].title}
        </button>
      ))}
    </nav>
  );
}
