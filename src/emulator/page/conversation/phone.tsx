import { useEffect, useRef, useState } from 'preact/hooks';
import { memo } from '../parts/memo.tsx';
import type { Bubble, CustomerView } from '../protocol/protocol.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { UnreadBar } from './unread-bar.tsx';

export interface PhoneProps {
  readonly customer: CustomerView;
  readonly focused: boolean;
}

export const Phone = memo(({ customer, focused }: PhoneProps) => {
  const [quoted, setQuoted] = useState<Bubble>();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) place.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [focused]);
  return (
    <article ref={place} class="phone" aria-label={`Phone of ${customer.name}`} data-focused={focused}>
      <PhoneHeader customer={customer} />
      <Conversation customer={customer} onQuote={setQuoted} />
      <UnreadBar customer={customer} />
      <Composer customer={customer} quoted={quoted} onQuoted={() => setQuoted(undefined)} />
    </article>
  );
});
