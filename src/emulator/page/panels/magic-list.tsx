import { CopyButton } from '../parts/copy-button.tsx';
import type { MagicRecipientView } from '../protocol/protocol.ts';

/** Numbers that always fail, each in its own way. */
export function MagicList({ recipients }: { readonly recipients: readonly MagicRecipientView[] }) {
  return (
    <section>
      <h2 class="panel-heading">Numbers that always fail</h2>
      <ul class="magic">
        {recipients.map(({ number, code, title, story }) => (
          <li key={number}>
            <code>{number}</code>
            <span>
              <b>{`${code} · ${title}`}</b>
              <small>{story}</small>
            </span>
            <CopyButton text={() => number} label={`Copy ${number}`} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
