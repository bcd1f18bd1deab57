import type { CarouselPayload } from '../schemas/interactive-carousel.ts';
import { checkParams } from '../errors/check-params.ts';

/** Products to swipe through. */
export interface ProductCarouselParams {
  /** 1 to 1,024 characters, above the cards. */
  readonly body: string;
  /** The id of the Meta catalog that is connected to the account. */
  readonly catalogId: string;
  /** 2 to 10 products, each by the id that the business gave it. */
  readonly productRetailerIds: readonly string[];
}

/**
 * Builds the content of a message with 2 to 10 products of one catalog to swipe through.
 *
 * Source: Meta, "Interactive product carousel messages".
 *
 * @example
 * productCarousel({ body: 'New', catalogId: '1', productRetailerIds: ['A-17', 'A-18'] }).interactive.action.cards[1];
 * // { card_index: 1, type: 'product', action: { product_retailer_id: 'A-18', catalog_id: '1' } }
 */
export function productCarousel(params: ProductCarouselParams): {
  readonly type: 'interactive';
  readonly interactive: CarouselPayload;
} {
  const { body, catalogId, productRetailerIds } = checkParams('productCarousel', params, {
    body: true,
    catalogId: true,
    productRetailerIds: 'list',
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'carousel',
      body: { text: body },
      action: {
        cards: productRetailerIds.map((product_retailer_id, card_index) => ({
          card_index,
          type: 'product',
          action: { product_retailer_id, catalog_id: catalogId },
        })),
      },
    },
  };
}
