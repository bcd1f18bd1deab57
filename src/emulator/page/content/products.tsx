import { useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { Bubble } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import type { Section } from './read-interactive.ts';

export interface ProductsProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly sections: readonly Section[];
  /** The whole catalog is open: products that the message does not name are put into the cart by their id. */
  readonly isCatalog?: boolean;
  /** Called when the cart was sent. */
  readonly onOrdered?: () => void;
}

/** The field for a product that the message does not name: the emulator keeps no catalog. */
function AnyProduct({ onAdd }: { readonly onAdd: (id: string) => void }) {
  const [id, setId] = useState('');
  const add = (event: Event): void => {
    event.preventDefault();
    if (id.trim() !== '') onAdd(id.trim());
    setId('');
  };
  return (
    <form class="any-product" onSubmit={add}>
      <input
        aria-label="Id of a product"
        placeholder="Id of a product"
        value={id}
        onInput={({ currentTarget }) => setId(currentTarget.value)}
      />
      <IconButton icon="plus" label="Add this product" size={16} submits />
    </form>
  );
}

/** Products of the catalog with a small cart; sending it makes an order. */
export function Products({ waId, bubble, sections, isCatalog = false, onOrdered }: ProductsProps) {
  const { act } = useActions();
  const [cart, setCart] = useState<Readonly<Record<string, number>>>({});
  const items = Object.entries(cart).flatMap(([retailerId, quantity]) =>
    quantity > 0 ? [{ retailerId, quantity }] : [],
  );
  const add = (id: string, change: number): void =>
    setCart({ ...cart, [id]: Math.max(0, (cart[id] ?? 0) + change) });
  const order = async (): Promise<void> => {
    if (!(await act({ kind: 'order', waId, wamid: bubble.wamid, items }))) return;
    setCart({});
    onOrdered?.();
  };
  const named = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const others = Object.keys(cart).filter((id) => !named.includes(id));
  const shown = [...sections, { title: undefined, rows: others.map((id) => ({ id, title: id })) }];
  return (
    <>
      {shown
        .filter(({ rows }) => rows.length > 0)
        .map((section, index) => (
          <section key={index}>
            {section.title !== undefined && (
              <p class="kicker" dir="auto">
                {section.title}
              </p>
            )}
            <ul class="products">
              {section.rows.map(({ id, title }) => (
                <li key={id}>
                  <Icon name="cart" size={18} />
                  <b>{title}</b>
                  {(cart[id] ?? 0) > 0 && (
                    <>
                      <IconButton
                        icon="trash"
                        label={`One ${title} less`}
                        size={16}
                        onClick={() => add(id, -1)}
                      />
                      <span aria-live="polite">{cart[id]}</span>
                    </>
                  )}
                  <IconButton icon="plus" label={`Add ${title}`} size={16} onClick={() => add(id, 1)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {isCatalog && <AnyProduct onAdd={(id) => add(id, 1)} />}
      <div class="buttons">
        <button type="button" disabled={items.length === 0} onClick={() => void order()}>
          <Icon name="cart" size={16} />
          Send the cart
        </button>
      </div>
    </>
  );
}
