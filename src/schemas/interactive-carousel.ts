import * as z from 'zod/mini';
import { anyText, characters, distinct, listBetween, wholeNumber } from './checks.ts';
import { ctaUrlAction, type CtaUrlAction } from './interactive-buttons.ts';
import { bodyPart, type InteractiveText } from './interactive-parts.ts';
import { carouselLimits, replyButtonLimits } from './limits.ts';
import { mediaLink } from './media-message.ts';

/** The picture or video of a card, by link. */
export type CardHeader =
  | { readonly type: 'image'; readonly image: { readonly link: string } }
  | { readonly type: 'video'; readonly video: { readonly link: string } };

/** A button of a card that answers with its id and title. */
export interface CardReplyButton {
  readonly type: 'quick_reply';
  /** `id` up to 256 characters, `title` up to 20. */
  readonly quick_reply: { readonly id: string; readonly title: string };
}

/** A card with a picture or video and either a button that opens a link or reply buttons. */
export interface MediaCard {
  /** 0 to 9, different on each card. */
  readonly card_index: number;
  /** `cta_url`, also on cards with reply buttons: so Meta's page prints it (December 2025). */
  readonly type?: 'cta_url' | undefined;
  /** Of the same kind on every card. */
  readonly header: CardHeader;
  /** Up to 160 characters and 2 line breaks. */
  readonly body?: InteractiveText | undefined;
  /** Of the same kind, and as many buttons, on every card. */
  readonly action: CtaUrlAction | { readonly buttons: readonly CardReplyButton[] };
}

/** A card with a product. */
export interface ProductCard {
  /** 0 to 9, different on each card. */
  readonly card_index: number;
  readonly type: 'product';
  readonly action: { readonly product_retailer_id: string; readonly catalog_id: string };
}

/** 2 to 10 cards to swipe through, all of one kind. Sources: Meta, "Interactive media carousel messages" and "… product carousel …". */
export interface CarouselPayload {
  readonly type: 'carousel';
  readonly body: InteractiveText;
  readonly action: { readonly cards: readonly MediaCard[] | readonly ProductCard[] };
}

type Card = MediaCard | ProductCard;

/** What must be the same on every card. */
function cardKind(card: Card): string {
  if (card.type === 'product') return `product ${card.action.catalog_id}`;
  const buttons = 'buttons' in card.action ? `${card.action.buttons.length} replies` : 'link';
  return `${card.header.type} ${buttons}`;
}

export const carouselSchema = () => {
  const link = z.strictObject({ link: mediaLink() });
  const header = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('image'), image: link }),
    z.strictObject({ type: z.literal('video'), video: link }),
  ]);
  const body = z.strictObject({
    text: characters(carouselLimits.cardBody).check(
      z.refine((text) => text.split('\n').length <= carouselLimits.cardBodyLineBreaks + 1, {
        error: `has more than ${carouselLimits.cardBodyLineBreaks} line breaks`,
      }),
    ),
  });
  const reply = z.strictObject({
    type: z.literal('quick_reply'),
    quick_reply: z.strictObject({
      id: characters(replyButtonLimits.id),
      title: characters(replyButtonLimits.title),
    }),
  });
  const card_index = wholeNumber(0, carouselLimits.cards - 1);
  const mediaCard = z.strictObject({
    card_index,
    type: z.optional(z.literal('cta_url')),
    header,
    body: z.optional(body),
    action: z.union([
      ctaUrlAction(),
      z.strictObject({ buttons: listBetween(reply, 1, replyButtonLimits.buttons) }),
    ]),
  });
  const productCard = z.strictObject({
    card_index,
    type: z.literal('product'),
    action: z.strictObject({ product_retailer_id: anyText(), catalog_id: anyText() }),
  });
  const cards = listBetween<Card>(
    z.discriminatedUnion('type', [mediaCard, productCard]),
    carouselLimits.minCards,
    carouselLimits.cards,
  ).check(
    distinct('card_index', (card) => card.card_index),
    z.refine((all) => new Set(all.map(cardKind)).size < 2, {
      error: 'has cards that differ in header, kind or number of buttons, or catalog',
    }),
  );
  return z.strictObject({
    type: z.literal('carousel'),
    body: bodyPart(),
    action: z.strictObject({ cards }),
  });
};
