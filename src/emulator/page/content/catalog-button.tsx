import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Products, type ProductsProps } from './products.tsx';

export interface CatalogButtonProps extends Omit<ProductsProps, 'onOrdered'> {
  readonly title: string;
  readonly face: ComponentChildren;
}

/** The button that opens products or the whole catalog above the page. */
export function CatalogButton({ title, face, ...products }: CatalogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {face}
      </button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <Products {...products} onOrdered={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
