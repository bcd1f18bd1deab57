import { at, toText } from '../../kernel/json.ts';
import { MessageContent } from '../content/message-content.tsx';
import { summary } from '../content/summary.ts';
import { amount } from '../format/amount.ts';
import { timeOfDay } from '../format/time.ts';
import { Icon } from '../parts/icon.tsx';
import type { Bubble } from '../protocol/protocol.ts';
import { BubbleMenu } from './bubble-menu.tsx';
import { Failure } from './failure.tsx';
import { Ticks } from './ticks.tsx';

export interface BubbleViewProps {
  readonly waId: string;
  readonly bubble: Bubble;
  readonly quoted: Bubble | undefined;
  readonly onQuote: () => void;
}

function Referral({ bubble: { content } }: { readonly bubble: Bubble }) {
  const headline = toText(at(content, 'referral', 'headline'));
  if (headline === undefined) return null;
  return (
    <p class="referral">
      <Icon name="ad" size={16} />
      <span>
        <b dir="auto">{headline}</b>
        <small dir="auto">{toText(at(content, 'referral', 'body')) ?? 'came by an ad'}</small>
      </span>
    </p>
  );
}

function Price({ price }: { readonly price: NonNullable<Bubble['price']> }) {
  const cost = !price.billable ? 'free' : price.amount ? amount(price.amount) : 'rate unknown';
  return (
    <span class="price" title={`${price.category}, ${price.type}`}>
      {cost}
    </span>
  );
}

/** One message with its quote, reactions, price and ticks. */
export function BubbleView({ waId, bubble, quoted, onQuote }: BubbleViewProps) {
  const sender = bubble.from === 'business' ? 'Business' : 'User';
  const reactions = bubble.reactions.filter(({ emoji }) => emoji !== '');
  return (
    <div class="bubble-row" data-from={bubble.from}>
      <div class="bubble" data-from={bubble.from} data-kind={bubble.content.type} data-state={bubble.state}>
        <span class="hidden">{sender}: </span>
        <Referral bubble={bubble} />
        {bubble.quotes !== undefined && (
          <blockquote class="quoted" dir="auto">
            {quoted ? summary(quoted) : 'An earlier message'}
          </blockquote>
        )}
        <MessageContent waId={waId} bubble={bubble} />
        <footer class="bubble-foot">
          {bubble.price && <Price price={bubble.price} />}
          <time>{timeOfDay(bubble.at)}</time>
          {bubble.state && <Ticks state={bubble.state} />}
        </footer>
        {bubble.error && <Failure error={bubble.error} />}
        {reactions.length > 0 && (
          <span
            class="reactions"
            role="img"
            aria-label={`Reactions: ${reactions.map(({ emoji }) => emoji).join(' ')}`}
          >
            {reactions.map(({ emoji }) => emoji).join(' ')}
          </span>
        )}
      </div>
      <BubbleMenu waId={waId} bubble={bubble} onQuote={onQuote} />
    </div>
  );
}
