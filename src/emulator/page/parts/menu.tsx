import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { placeMenu } from './place-menu.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly onPick: () => void;
}

export interface MenuProps {
  readonly icon: IconName;
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What stands above the items. */
  readonly children?: ComponentChildren;
  readonly size?: number;
}

/** A button that unfolds a few choices. Escape and a click elsewhere fold it; the arrow keys walk it. */
export function Menu({ icon, label, items, children, size = 20 }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLButtonElement[] => [
    ...(root.current?.querySelectorAll<HTMLButtonElement>('.menu-list button') ?? []),
  ];

  useLayoutEffect(() => {
    const button = root.current?.querySelector('button')?.getBoundingClientRect();
    if (list.current === null || button === undefined) return;
    const { offsetWidth: width, offsetHeight: height, style } = list.current;
    const { left, top } = placeMenu(button, { width, height }, { width: innerWidth, height: innerHeight });
    style.left = `${left}px`;
    style.top = `${top}px`;
  }, [open]);

  useEffect(() => {
    if (!open) return;
    buttons()[0]?.focus();
    const away = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const close = (): void => setOpen(false);
    document.addEventListener('pointerdown', away);
    document.addEventListener('scroll', close, true);
    window.addEventListener('resize', close);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('scroll', close, true);
      window.removeEventListener('resize', close);
    };
  }, [open]);

  const fold = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      fold();
    } else if (step !== undefined && open) {
      event.preventDefault();
      const all = buttons();
      const index = all.findIndex((button) => button === document.activeElement);
      all.at((index + step) % all.length)?.focus();
    }
  };
  return (
    <div ref={root} class="menu" onKeyDown={onKeyDown}>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} size={size} />
      </button>
      {open && (
        <div ref={list} class="menu-list" onClick={fold}>
          {children}
          {items.map((item) => (
            <button key={item.label} type="button" class="menu-item" onClick={item.onPick}>
              {item.icon && <Icon name={item.icon} size={18} />}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
