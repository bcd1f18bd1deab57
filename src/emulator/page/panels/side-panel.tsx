import { useRef } from 'preact/hooks';
import type { PhoneState } from '../protocol/protocol.ts';
import { panelNames, type PanelName, type PageState } from '../state/page-state.ts';
import { useActions } from '../state/use-page.ts';
import { BillPanel } from './bill-panel.tsx';
import { ConnectPanel } from './connect-panel.tsx';
import { panelTitles } from './panel-titles.ts';
import { Inspector } from './inspector.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';

interface PanelProps {
  readonly state: PageState;
  readonly phone: PhoneState;
}

function Panel({ state, phone }: PanelProps) {
  switch (state.panel) {
    case 'inspector':
      return <Inspector phone={phone} search={state.search} selected={state.selected} />;
    case 'templates':
      return <TemplatePanel templates={phone.templates} />;
    case 'network':
      return <NetworkPanel phone={phone} />;
    case 'bill':
      return <BillPanel bill={phone.bill} />;
    case 'connect':
      return <ConnectPanel business={phone.business} />;
  }
}

/** What happens behind the phones. The tabs are walked by the arrow keys. */
export function SidePanel({ state, phone }: PanelProps) {
  const { dispatch } = useActions();
  const tabs = useRef<HTMLDivElement>(null);
  const pending = phone.templates.filter(({ status }) => status === 'PENDING').length;
  const counts: Partial<Record<PanelName, number>> = { templates: pending, network: phone.faults.length };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const here = panelNames.findIndex((name) => document.activeElement?.id === `tab-${name}`);
    const panel = panelNames.at((here + step) % panelNames.length) ?? 'inspector';
    dispatch({ kind: 'showPanel', panel });
    tabs.current?.querySelector<HTMLElement>(`#tab-${panel}`)?.focus();
  };
  return (
    <aside class="side-panel" aria-label="Behind the phones">
      <div ref={tabs} class="tabs" role="tablist" aria-label="Panels" onKeyDown={onKeyDown}>
        {panelNames.map((panel) => (
          <button
            key={panel}
            id={`tab-${panel}`}
            type="button"
            role="tab"
            aria-selected={state.panel === panel}
            aria-controls="panel"
            tabIndex={state.panel === panel ? 0 : -1}
            onClick={() => dispatch({ kind: 'showPanel', panel })}
          >
            {panelTitles[panel].title}{' '}
            {(counts[panel] ?? 0) > 0 && <span class="count">{counts[panel]}</span>}
          </button>
        ))}
      </div>
      <div id="panel" class="panel" role="tabpanel" aria-labelledby={`tab-${state.panel}`} tabIndex={0}>
        <h2 class="hidden">{panelTitles[state.panel].title}</h2>
        <Panel state={state} phone={phone} />
      </div>
    </aside>
  );
}
