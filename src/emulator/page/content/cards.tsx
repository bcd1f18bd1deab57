import { RichText } from '../parts/rich-text.tsx';
import type { Bubble, RenderedCard } from '../protocol/protocol.ts';
import { Buttons } from './buttons.tsx';
import { Header } from './header.tsx';

export interface CardsProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly cards: readonly RenderedCard[];
}

/** A carousel: cards in a row that scrolls. */
export function Cards({ waId, bubble, cards }: CardsProps) {
  return (
    <ol class="cards" tabIndex={0} aria-label={`Carousel of ${cards.length} cards`}>
      {cards.map((card, index) => (
        <li key={index}>
          {card.header && <Header header={card.header} />}
          {card.body !== undefined && <RichText text={card.body} />}
          <Buttons waId={waId} bubble={bubble} buttons={card.buttons} card={index} />
        </li>
      ))}
    </ol>
  );
}
