import { at, toList, toText } from '../../kernel/json.ts';
import { Icon } from '../parts/icon.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { ContentProps } from './content-props.ts';

/** A cart that the user sent. */
export function OrderContent({ bubble: { content } }: ContentProps) {
  const items = toList(at(content, 'order', 'product_items'));
  const text = toText(at(content, 'order', 'text'));
  return (
    <>
      <p class="kicker">
        <Icon name="cart" size={14} /> Order, {items.length} {items.length === 1 ? 'product' : 'products'}
      </p>
      <ul class="products">
        {items.map((item, index) => (
          <li key={index}>
            <b>{toText(at(item, 'product_retailer_id')) ?? ''}</b>
            <small>
              {toText(at(item, 'quantity')) ?? '1'} × {toText(at(item, 'item_price')) ?? '?'}{' '}
              {toText(at(item, 'currency')) ?? ''}
            </small>
          </li>
        ))}
      </ul>
      {text !== undefined && text !== '' && <RichText text={text} />}
    </>
  );
}
