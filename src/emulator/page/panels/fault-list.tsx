import { IconButton } from '../parts/icon-button.tsx';
import type { FaultView } from '../protocol/fault-view.ts';
import { useActions } from '../state/use-page.ts';
import { faultWords } from './fault-words.ts';

export function FaultList({ faults }: { readonly faults: readonly FaultView[] }) {
  const { act } = useActions();
  if (faults.length === 0) return <p class="all-well">The network is in order.</p>;
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li key={fault.id}>
          <span>{faultWords(fault.rule)}</span>
          <small>{fault.hits === 1 ? '1 hit' : `${fault.hits} hits`}</small>
          <IconButton
            icon="trash"
            label={`Repair: ${faultWords(fault.rule)}`}
            size={16}
            onClick={() => void act({ kind: 'removeFault', id: fault.id })}
          />
        </li>
      ))}
    </ul>
  );
}
