import * as z from 'zod/mini';
import { anyText, characters, listBetween } from './checks.ts';
import { titledSections } from './interactive-list.ts';
import {
  bodyPart,
  footerPart,
  textHeader,
  type InteractiveText,
  type TextHeader,
} from './interactive-parts.ts';
import { productListLimits } from './limits.ts';

/** One product of a catalog. Source: Meta, "Share products". */
export interface ProductPayload {
  readonly type: 'product';
  readonly body?: InteractiveText | undefined;
  readonly footer?: InteractiveText | undefined;
  readonly action: { readonly catalog_id: string; readonly product_retailer_id: string };
}

/** Products under a title. */
export interface ProductSection {
  /** Up to 24 characters; required with more than one section. */
  readonly title?: string | undefined;
  readonly product_items: readonly { readonly product_retailer_id: string }[];
}

/** Up to 30 products of a catalog, in up to 10 sections. Source: Meta, "Share products". */
export interface ProductListPayload {
  readonly type: 'product_list';
  readonly header: TextHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText | undefined;
  readonly action: { readonly catalog_id: string; readonly sections: readonly ProductSection[] };
}

/** A door to the whole catalog. Source: Meta, "Share products". */
export interface CatalogPayload {
  readonly type: 'catalog_message';
  readonly body: InteractiveText;
  readonly footer?: InteractiveText | undefined;
  readonly action: {
    readonly name: 'catalog_message';
    /** The product whose picture is shown; Meta takes the first one by default. */
    readonly parameters?: { readonly thumbnail_product_retailer_id?: string | undefined } | undefined;
  };
}

/** Sections of products, 30 in all. */
export const productSections = () =>
  listBetween(
    z.strictObject({
      title: z.optional(characters(productListLimits.sectionTitle)),
      product_items: listBetween(
        z.strictObject({ product_retailer_id: anyText() }),
        1,
        productListLimits.products,
      ),
    }),
    1,
    productListLimits.sections,
  ).check(
    titledSections(),
    z.refine((all) => all.flatMap((section) => section.product_items).length <= productListLimits.products, {
      error: `has more than ${productListLimits.products} products in all its sections together`,
    }),
  );

export const productSchemas = () =>
  [
    z.strictObject({
      type: z.literal('product'),
      body: z.optional(bodyPart()),
      footer: footerPart(),
      action: z.strictObject({ catalog_id: anyText(), product_retailer_id: anyText() }),
    }),
    z.strictObject({
      type: z.literal('product_list'),
      header: textHeader(),
      body: bodyPart(),
      footer: footerPart(),
      action: z.strictObject({ catalog_id: anyText(), sections: productSections() }),
    }),
    z.strictObject({
      type: z.literal('catalog_message'),
      body: bodyPart(),
      footer: footerPart(),
      action: z.strictObject({
        name: z.literal('catalog_message'),
        parameters: z.optional(z.strictObject({ thumbnail_product_retailer_id: z.optional(anyText()) })),
      }),
    }),
  ] as const;
