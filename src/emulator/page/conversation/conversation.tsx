import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { getDay } from '../format/time.ts';
import { memo } from '../parts/memo.tsx';
import type { Bubble, UserView } from '../protocol/protocol.ts';
import { BubbleView } from './bubble-view.tsx';
import { Typing } from './typing.tsx';

export interface ConversationProps {
  readonly user: UserView;
  readonly onQuote: (bubble: Bubble) => void;
}

interface RowProps extends Pick<ConversationProps, 'onQuote'> {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly quoted: Bubble | undefined;
}

const Row = memo(({ waId, bubble, quoted, onQuote }: RowProps) => (
  <BubbleView waId={waId} bubble={bubble} quoted={quoted} onQuote={() => onQuote(bubble)} />
));

/** The messages, oldest first. It stays at the newest one unless the reader scrolled up. */
export function Conversation({ user, onQuote }: ConversationProps) {
  const { bubbles, waId } = user;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const toEnd = (): void => {
    if (log.current && atEnd.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(toEnd);
  useEffect(() => {
    if (log.current === null) return;
    // Pictures arrive after the first layout, and a phone narrows when another joins it: both push the end down.
    const place = log.current;
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(place);
    place.addEventListener('load', toEnd, true);
    return () => {
      sizes.disconnect();
      place.removeEventListener('load', toEnd, true);
    };
  }, []);
  const onScroll = (): void => {
    if (log.current)
      atEnd.current = log.current.scrollHeight - log.current.scrollTop - log.current.clientHeight < 48;
  };
  const byId = new Map(bubbles.map((bubble) => [bubble.wamid, bubble]));
  let day = '';
  return (
    <div
      ref={log}
      class="conversation"
      role="log"
      aria-label={`Messages of ${user.name}`}
      tabIndex={0}
      onScroll={onScroll}
    >
      {bubbles.length === 0 && <p class="empty-conversation">No messages yet. Write the first one below.</p>}
      {bubbles.map((bubble) => {
        const newDay = getDay(bubble.at) !== day;
        day = getDay(bubble.at);
        return [
          newDay && (
            <p key={`day ${bubble.wamid}`} class="day">
              <span>{day}</span>
            </p>
          ),
          <Row
            key={bubble.wamid}
            waId={waId}
            bubble={bubble}
            quoted={bubble.quotes === undefined ? undefined : byId.get(bubble.quotes)}
            onQuote={onQuote}
          />,
        ];
      })}
      <Typing until={user.typingUntil} />
    </div>
  );
}
