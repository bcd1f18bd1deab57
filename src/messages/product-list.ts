import type { ProductListPayload } from '../schemas/interactive-products.ts';
import { checkParams } from '../errors/check-params.ts';

/** Products of a catalog, in sections. */
export interface ProductListParams {
  /** The id of the Meta catalog that is connected to the account. */
  readonly catalogId: string;
  /** 1 to 60 characters. */
  readonly header: string;
  /** 1 to 1,024 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
  /** Up to 10 sections with up to 30 products in all, each by the id that the business gave it. */
  readonly sections: readonly {
    readonly title?: string | undefined;
    readonly productRetailerIds: readonly string[];
  }[];
}

/**
 * Builds the content of a message with up to 30 products of a catalog.
 *
 * Source: Meta, "Share products".
 *
 * @example
 * productList({ catalogId: '1', header: 'New', body: 'Fresh today', sections: [{ productRetailerIds: ['A-17'] }] })
 *   .interactive.action.sections; // [{ product_items: [{ product_retailer_id: 'A-17' }] }]
 */
export function productList(params: ProductListParams): {
  readonly type: 'interactive';
  readonly interactive: ProductListPayload;
} {
  const { catalogId, header, body, footer, sections } = checkParams('productList', params, {
    catalogId: true,
    header: true,
    body: true,
    sections: 'list',
    footer: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'product_list',
      header: { type: 'text', text: header },
      body: { text: body },
      ...(footer !== undefined && { footer: { text: footer } }),
      action: {
        catalog_id: catalogId,
        sections: sections.map(({ title, productRetailerIds }) => ({
          ...(title !== undefined && { title }),
          product_items: productRetailerIds.map((product_retailer_id) => ({ product_retailer_id })),
        })),
      },
    },
  };
}
