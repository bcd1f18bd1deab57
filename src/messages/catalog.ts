import type { CatalogPayload } from '../schemas/interactive-products.ts';
import { checkParams } from '../errors/check-params.ts';

/** A door to the catalog. */
export interface CatalogParams {
  /** 1 to 1,024 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
  /** The product whose picture is shown. Default: Meta's, the first one. */
  readonly thumbnailProductRetailerId?: string | undefined;
}

/**
 * Builds the content of a message that opens the whole catalog.
 *
 * Source: Meta, "Share products".
 *
 * @example
 * catalog({ body: 'See what is new' }).interactive.action; // { name: 'catalog_message' }
 */
export function catalog(params: CatalogParams): {
  readonly type: 'interactive';
  readonly interactive: CatalogPayload;
} {
  const { body, footer, thumbnailProductRetailerId } = checkParams('catalog', params, {
    body: true,
    footer: false,
    thumbnailProductRetailerId: false,
  });
  return {
    type: 'interactive',
    interactive: {
      type: 'catalog_message',
      body: { text: body },
      ...(footer !== undefined && { footer: { text: footer } }),
      action: {
        name: 'catalog_message',
        ...(thumbnailProductRetailerId !== undefined && {
          parameters: { thumbnail_product_retailer_id: thumbnailProductRetailerId },
        }),
      },
    },
  };
}
