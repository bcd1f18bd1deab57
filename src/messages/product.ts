import type { ProductPayload } from '../schemas/interactive-products.ts';
import { checkParams } from '../errors/check-params.ts';

/** A product of a catalog. */
export interface ProductParams {
  /** The id of the Meta catalog that is connected to the account. */
  readonly catalogId: string;
  /** The id that the business gave the product. */
  readonly productRetailerId: string;
  /** Up to 1,024 characters. */
  readonly body?: string | undefined;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
}

/**
 * Builds the content of a message with one product of a catalog.
 *
 * Source: Meta, "Share products".
 *
 * @example
 * product({ catalogId: '146265584024623', productRetailerId: 'A-17' }).interactive.action;
 * // { catalog_id: '146265584024623', product_retailer_id: 'A-17' }
 */
export function product(params: ProductParams): {
  readonly type: 'interactive';
  readonly interactive: ProductPayload;
} {
  const { catalogId, productRetailerId, body, footer } = checkParams('product', params, {
    catalogId: true,
    productRetailerId: true,
    body: false,
    footer: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'product',
      ...(body !== undefined && { body: { text: body } }),
      ...(footer !== undefined && { footer: { text: footer } }),
      action: { catalog_id: catalogId, product_retailer_id: productRetailerId },
    },
  };
}
