import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Bubble } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import type { Section } from './read-interactive.ts';

export interface ListButtonProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The button of a list message; the list itself opens above the page. */
export function ListButton({ waId, bubble, title, sections }: ListButtonProps) {
  const { act } = useActions();
  const [open, setOpen] = useState(false);
  const pick = async (id: string): Promise<void> => {
    if (await act({ kind: 'tap', waId, wamid: bubble.wamid, id })) setOpen(false);
  };
  return (
    <div class="buttons">
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="list" size={16} />
        <span dir="auto">{title}</span>
      </button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          {sections.map((section, index) => (
            <section key={index} class="list-section">
              {section.title !== undefined && <h3 dir="auto">{section.title}</h3>}
              {section.rows.map((row) => (
                <button key={row.id} type="button" class="list-row" onClick={() => void pick(row.id)}>
                  <b dir="auto">{row.title}</b>
                  {row.description !== undefined && <small dir="auto">{row.description}</small>}
                </button>
              ))}
            </section>
          ))}
        </Dialog>
      )}
    </div>
  );
}
