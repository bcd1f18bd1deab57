import { useRef } from 'preact/hooks';
import type { PhoneState } from '../protocol/protocol.ts';
import { deskNames, type DeskName, type PageState } from '../state/page-state.ts';
import { useActions } from '../state/use-page.ts';
import { BillDesk } from './bill-panel.tsx';
import { ConnectDesk } from './connect-panel.tsx';
import { deskTitles } from './panel-titles.ts';
import { Inspector } from './inspector.tsx';
import { NetworkDesk } from './network-panel.tsx';
import { TemplateDesk } from './template-panel.tsx';

interface DeskProps {
  readonly state: PageState;
  readonly phone: PhoneState;
}

function Desk({ state, phone }: DeskProps) {
  switch (state.desk) {
    case 'inspector':
      return <Inspector phone={phone} search={state.search} selected={state.selected} />;
    case 'templates':
      return <TemplateDesk templates={phone.templates} />;
    case 'network':
      return <NetworkDesk phone={phone} />;
    case 'bill':
      return <BillDesk bill={phone.bill} />;
    case 'connect':
      return <ConnectDesk business={phone.business} />;
  }
}

/** What happens behind the phones. The tabs are walked by the arrow keys. */
export function DeskPanel({ state, phone }: DeskProps) {
  const { dispatch } = useActions();
  const tabs = useRef<HTMLDivElement>(null);
  const pending = phone.templates.filter(({ status }) => status === 'PENDING').length;
  const counts: Partial<Record<DeskName, number>> = { templates: pending, network: phone.faults.length };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const here = deskNames.findIndex((name) => document.activeElement?.id === `tab-${name}`);
    const desk = deskNames.at((here + step) % deskNames.length) ?? 'inspector';
    dispatch({ kind: 'showDesk', desk });
    tabs.current?.querySelector<HTMLElement>(`#tab-${desk}`)?.focus();
  };
  return (
    <aside class="desk-panel" aria-label="Behind the phones">
      <div ref={tabs} class="tabs" role="tablist" aria-label="Desks" onKeyDown={onKeyDown}>
        {deskNames.map((desk) => (
          <button
            key={desk}
            id={`tab-${desk}`}
            type="button"
            role="tab"
            aria-selected={state.desk === desk}
            aria-controls="desk"
            tabIndex={state.desk === desk ? 0 : -1}
            onClick={() => dispatch({ kind: 'showDesk', desk })}
          >
            {deskTitles[desk].title} {(counts[desk] ?? 0) > 0 && <span class="count">{counts[desk]}</span>}
          </button>
        ))}
      </div>
      <div id="desk" class="desk" role="tabpanel" aria-labelledby={`tab-${state.desk}`} tabIndex={0}>
        <h2 class="hidden">{deskTitles[state.desk].title}</h2>
        <Desk state={state} phone={phone} />
      </div>
    </aside>
  );
}
