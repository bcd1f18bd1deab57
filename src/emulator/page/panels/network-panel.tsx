import type { FaultRuleView } from '../protocol/fault-view.ts';
import type { PhoneState } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { FaultForm } from './fault-form.tsx';
import { FaultList } from './fault-list.tsx';
import { MagicList } from './magic-list.tsx';

const presets: readonly { readonly title: string; readonly rule: FaultRuleView }[] = [
  { title: 'Slow answers, 3 s', rule: { on: 'api', delay: 3000 } },
  { title: 'Cut connections', rule: { on: 'api', drop: 'before' } },
  { title: 'Too many messages', rule: { on: 'api', match: { path: '/messages' }, code: 130429 } },
  { title: 'Meta is down, 503', rule: { on: 'api', status: 503 } },
  { title: 'Lose every second webhook', rule: { on: 'webhook', drop: 'before', probability: 0.5 } },
  { title: 'Webhooks twice', rule: { on: 'webhook', copies: 2 } },
  { title: 'Webhooks out of order', rule: { on: 'webhook', reorder: true } },
];

/** What goes wrong on purpose. */
export function NetworkPanel({ phone }: { readonly phone: PhoneState }) {
  const { act } = useActions();
  return (
    <>
      <FaultList faults={phone.faults} />
      <h2 class="panel-heading">Break something</h2>
      <div class="presets">
        {presets.map(({ title, rule }) => (
          <button
            key={title}
            type="button"
            class="button"
            onClick={() => void act({ kind: 'addFault', rule })}
          >
            {title}
          </button>
        ))}
      </div>
      <FaultForm users={phone.users} />
      {phone.magicRecipients.length > 0 && <MagicList recipients={phone.magicRecipients} />}
    </>
  );
}
