import { PhoneRow } from './conversation/phone-row.tsx';
import { People } from './conversation/people.tsx';
import { SidePanel } from './panels/side-panel.tsx';
import { TopBar } from './panels/top-bar.tsx';
import { HalfSwitch } from './panels/half-switch.tsx';
import { Notice } from './parts/notice.tsx';
import { usePage } from './state/use-page.ts';

export function App() {
  const { state } = usePage();
  const { open = [] } = state;
  if (state.phone === undefined)
    return (
      <main class="waiting" aria-busy="true">
        <h1>wabakit emulator</h1>
        <p role="status">{state.link === 'lost' ? 'The emulator does not answer.' : 'Connecting …'}</p>
      </main>
    );
  return (
    <div class="page" data-half={state.half}>
      <TopBar phone={state.phone} link={state.link} />
      <main class="floor">
        <People users={state.phone.users} open={open} focused={state.focused} search={state.people} />
        <PhoneRow phone={state.phone} open={open} focused={state.focused} />
        <SidePanel state={state} phone={state.phone} />
      </main>
      <HalfSwitch state={state} />
      <Notice notice={state.notice} />
    </div>
  );
}
