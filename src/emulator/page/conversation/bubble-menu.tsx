import { Menu, type MenuItem } from '../parts/menu.tsx';
import type { Bubble } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export interface BubbleMenuProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly onQuote: () => void;
}

/** What the user does with one message. */
export function BubbleMenu({ waId, bubble, onQuote }: BubbleMenuProps) {
  const { act, dispatch } = useActions();
  const { wamid } = bubble;
  const react = (emoji: string): void => void act({ kind: 'react', waId, wamid, emoji });
  const mine = bubble.reactions.some(({ from, emoji }) => from === 'user' && emoji !== '');
  const items: MenuItem[] = [{ label: 'Reply', icon: 'reply', onPick: onQuote }];
  if (mine) items.push({ label: 'Take the reaction back', icon: 'close', onPick: () => react('') });
  if (bubble.from === 'business' && (bubble.state === 'sent' || bubble.state === 'delivered'))
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
      dispatch({ kind: 'showPanel', panel: 'inspector' });
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
