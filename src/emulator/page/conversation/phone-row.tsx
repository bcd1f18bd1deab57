import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import type { PhoneState } from '../protocol/protocol.ts';
import { EmptyDesk } from './empty-desk.tsx';
import { Phone } from './phone.tsx';

export interface PhoneRowProps {
  readonly phone: PhoneState;
  readonly open: readonly string[];
  readonly focused: string | undefined;
}

/** Which of the phones in a row that scrolls are in view, counted from one. */
interface View {
  readonly first: number;
  readonly last: number;
}

/** Returns the view of a row; nothing where all phones have room. Phones in view are whole: the style sheet makes as many fit as have room. */
function getView(row: HTMLElement): View | undefined {
  if (row.scrollWidth <= row.clientWidth + 1) return undefined;
  const { left, right } = row.getBoundingClientRect();
  const seen = [...row.children].flatMap((child, index) => {
    const box = child.getBoundingClientRect();
    return box.right > left + 1 && box.left < right - 1 ? [index + 1] : [];
  });
  return { first: seen[0] ?? 1, last: seen.at(-1) ?? 1 };
}

/** The open phones, side by side. Those that have no room are a step to the side. */
export function PhoneRow({ phone, open, focused }: PhoneRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>();
  const phones = open.flatMap((waId) => phone.users.find((user) => user.waId === waId) ?? []);
  useEffect(() => {
    const place = row.current;
    if (place === null) return;
    const look = (): void => setView(getView(place));
    const sizes = new ResizeObserver(look);
    sizes.observe(place);
    place.addEventListener('scroll', look);
    look();
    return () => {
      sizes.disconnect();
      place.removeEventListener('scroll', look);
    };
  }, [phones.length]);
  const step = (index: number): void =>
    row.current?.children[index]?.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' });
  return (
    <section class="phones" aria-label="Open phones">
      {phones.length === 0 && <EmptyDesk business={phone.business} hasUsers={phone.users.length > 0} />}
      {view !== undefined && (
        <div class="phone-steps" role="group" aria-label="Which phones are in view">
          <IconButton
            icon="left"
            label="Phones to the left"
            disabled={view.first === 1}
            onClick={() => step(view.first - 2)}
          />
          <span role="status">
            {view.first === view.last ? `Phone ${view.first}` : `Phones ${view.first} to ${view.last}`} of{' '}
            {phones.length}
          </span>
          <IconButton
            icon="right"
            label="Phones to the right"
            disabled={view.last === phones.length}
            onClick={() => step(view.last)}
          />
        </div>
      )}
      <div ref={row} class="phone-row">
        {phones.map((user) => (
          <Phone key={user.waId} user={user} focused={user.waId === focused} />
        ))}
      </div>
    </section>
  );
}
