import { useState } from 'preact/hooks';
import { useActions } from '../state/use-page.ts';

/** Forgets everything; asks once. */
export function ResetButton({ onDone }: { readonly onDone: () => void }) {
  const { act } = useActions();
  const [sure, setSure] = useState(false);
  const reset = async (): Promise<void> => {
    setSure(!sure);
    if (sure && (await act({ kind: 'reset' }))) onDone();
  };
  return (
    <button type="button" class="button danger" onBlur={() => setSure(false)} onClick={() => void reset()}>
      {sure ? 'Really forget everything' : 'Start over'}
    </button>
  );
}
