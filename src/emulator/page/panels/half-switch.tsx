import { panelTitles } from './panel-titles.ts';
import { panelNames, type PageState } from '../state/page-state.ts';
import { useActions } from '../state/use-page.ts';
import { Icon } from '../parts/icon.tsx';

/** The foot of a narrow screen: the phones, or one of the panels. */
export function HalfSwitch({ state }: { readonly state: PageState }) {
  const { dispatch } = useActions();
  const phones = state.half === 'phones';
  return (
    <nav class="half-switch" aria-label="Parts of the page">
      <button type="button" aria-current={phones} onClick={() => dispatch({ kind: 'showPhones' })}>
        <Icon name="people" />
        Phones
      </button>
      {panelNames.map((panel) => (
        <button
          key={panel}
          type="button"
          aria-current={!phones && state.panel === panel}
          onClick={() => dispatch({ kind: 'showPanel', panel })}
        >
          <Icon name={panelTitles[panel].icon} />
          {panelTitles[panel].title}
        </button>
      ))}
    </nav>
  );
}
