import { Menu, type MenuItem } from '../parts/menu.tsx';
import type { Bubble } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export interface BubbleMenuProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly onQuote: () => void;
}

/** What the customer does with one message. */
export function BubbleMenu({ waId, bubble, onQuote }: BubbleMenuProps) {
  const { act, dispatch } = useActions();
  const { wamid } = bubble;
  const react = (emoji: string): void => void act({ kind: 'react', waId, wamid, emoji });
  const mine = bubble.reactions.some(({ from, emoji }) => from === 'customer' && emoji !== '');
  const items: MenuItem[] = [{ label: 'Reply', icon: 'reply', onPick: onQuote }];
  if (mine) items.push({ label: 'Take the reaction back', icon: 'close', onPick: () => react('') });
  if (bubble.from === 'business' && (bubble.status === 'sent' || bubble.status === 'delivered'))
    items.push({
      label: 'Read up to here',
      icon: 'check',
      onPick: () => void act({ kind: 'read', waId, wamid }),
    });
  items.push({
    label: 'Show in the inspector',
    icon: 'search',
    onPick: () => {
      dispatch({ kind: 'search', text: wamid });
      dispatch({ kind: 'showDesk', desk: 'inspector' });
    },
  });
  return (
    <Menu icon="smile" label="React, reply and more" items={items} size={18}>
      <div class="emojis">
        {emojis.map((emoji) => (
          <button key={emoji} type="button" aria-label={`React with ${emoji}`} onClick={() => react(emoji)}>
            {emoji}
          </button>
        ))}
      </div>
    </Menu>
  );
}
