import { Icon } from '../parts/icon.tsx';
import type { BubbleError } from '../protocol/protocol.ts';

/** Why a message failed, and what to do about it. */
export function Failure({ error }: { readonly error: BubbleError }) {
  return (
    <div class="failure">
      <Icon name="warning" size={16} />
      <div>
        <b>
          {error.code} · {error.title}
        </b>
        {error.details !== undefined && error.details !== error.title && <p>{error.details}</p>}
        {error.hint !== undefined && <p>{error.hint}</p>}
      </div>
    </div>
  );
}
