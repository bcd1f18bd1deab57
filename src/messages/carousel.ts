import type { CardHeader, CarouselPayload } from '../schemas/interactive-carousel.ts';
import { checkParams } from '../errors/check-params.ts';

/** A card with a picture or a video, by link, and either a link or reply buttons. */
export type CarouselCard = (
  | { readonly image: string; readonly video?: undefined }
  | { readonly video: string; readonly image?: undefined }
) & {
  /** Up to 160 characters and 2 line breaks. */
  readonly body?: string | undefined;
} & (
    | {
        /** A button that opens a link: a text of up to 20 characters and the address. */
        readonly link: { readonly displayText: string; readonly url: string };
        readonly replies?: undefined;
      }
    | {
        /** Buttons that answer: ids of up to 256 characters, titles of up to 20. */
        readonly replies: readonly { readonly id: string; readonly title: string }[];
        readonly link?: undefined;
      }
  );

/** Cards to swipe through. */
export interface CarouselParams {
  /** 1 to 1,024 characters, above the cards. */
  readonly body: string;
  /** 2 to 10 cards, all with pictures or all with videos, and all with the same kind and number of buttons. */
  readonly cards: readonly CarouselCard[];
}

const getHeader = ({ image, video }: CarouselCard): CardHeader =>
  image === undefined ? { type: 'video', video: { link: video } } : { type: 'image', image: { link: image } };

/**
 * Builds the content of a message with 2 to 10 cards of pictures or videos to swipe through.
 *
 * Source: Meta, "Interactive media carousel messages".
 *
 * @example
 * const link = { displayText: 'Buy', url: 'https://shop.example/17' };
 * carousel({ body: 'New', cards: [{ image: 'https://shop.example/1.png', link }, { image: 'https://shop.example/2.png', link }] })
 *   .interactive.action.cards.length; // 2
 */
export function carousel(params: CarouselParams): {
  readonly type: 'interactive';
  readonly interactive: CarouselPayload;
} {
  const { body, cards } = checkParams('carousel', params, { body: true, cards: 'list' });
  return {
    type: 'interactive',
    interactive: {
      type: 'carousel',
      body: { text: body },
      action: {
        cards: cards.map((card, card_index) => ({
          card_index,
          type: 'cta_url',
          header: getHeader(card),
          ...(card.body !== undefined && { body: { text: card.body } }),
          action: card.link
            ? { name: 'cta_url', parameters: { display_text: card.link.displayText, url: card.link.url } }
            : {
                buttons: card.replies.map(({ id, title }) => ({
                  type: 'quick_reply',
                  quick_reply: { id, title },
                })),
              },
        })),
      },
    },
  };
}
