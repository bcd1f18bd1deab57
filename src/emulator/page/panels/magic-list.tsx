import { CopyButton } from '../parts/copy-button.tsx';
import type { MagicRecipient } from '../protocol/protocol.ts';

/** Numbers that always fail, each in its own way. */
export function MagicList({ recipients }: { readonly recipients: readonly MagicRecipient[] }) {
  return (
    <section>
      <h2 class="desk-heading">Numbers that always fail</h2>
      <ul class="magic">
        {recipients.map(({ waId, code, title, description }) => (
          <li key={waId}>
            <code>{waId}</code>
            <span>
              <b>{code === 0 ? title : `${code} · ${title}`}</b>
              <small>{description}</small>
            </span>
            <CopyButton text={() => waId} label={`Copy ${waId}`} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
