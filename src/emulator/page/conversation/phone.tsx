import { useEffect, useRef, useState } from 'preact/hooks';
import { memo } from '../parts/memo.tsx';
import type { Bubble, UserView } from '../protocol/protocol.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { UnreadBar } from './unread-bar.tsx';

export interface PhoneProps {
  readonly user: UserView;
  readonly focused: boolean;
}

export const Phone = memo(({ user, focused }: PhoneProps) => {
  const [quoted, setQuoted] = useState<Bubble>();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) place.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [focused]);
  return (
    <article ref={place} class="phone" aria-label={`Phone of ${user.name}`} data-focused={focused}>
      <PhoneHeader user={user} />
      <Conversation user={user} onQuote={setQuoted} />
      <UnreadBar user={user} />
      <Composer user={user} quoted={quoted} onQuoted={() => setQuoted(undefined)} />
    </article>
  );
});
