import * as z from 'zod/mini';
import { anyText } from './checks.ts';
import {
  captionedMediaSchema,
  documentSchema,
  mediaSchema,
  type CaptionedMediaPayload,
  type DocumentPayload,
  type MediaPayload,
} from './media-message.ts';
import { locationSchema, type LocationPayload } from './location-message.ts';

/** The value of one place in a header or body. `parameter_name` is needed in templates with named places. */
export type TemplateParameter =
  | { readonly type: 'text'; readonly text: string; readonly parameter_name?: string | undefined }
  | {
      readonly type: 'currency';
      readonly currency: {
        readonly fallback_value: string;
        /** ISO 4217. */
        readonly code: string;
        /** The amount times 1,000. */
        readonly amount_1000: number;
      };
      readonly parameter_name?: string | undefined;
    }
  | {
      readonly type: 'date_time';
      /** The text that WhatsApp shows. Meta accepts its older fields and ignores them. */
      readonly date_time: Readonly<Record<string, unknown>> & { readonly fallback_value: string };
      readonly parameter_name?: string | undefined;
    }
  /** A group, which Meta turns into its invite link. */
  | { readonly type: 'group_id'; readonly group_id: string; readonly parameter_name?: string | undefined };

/** The value of a header that is not text. */
export type TemplateHeaderMedia =
  | { readonly type: 'image'; readonly image: CaptionedMediaPayload }
  | { readonly type: 'video'; readonly video: CaptionedMediaPayload }
  | { readonly type: 'document'; readonly document: DocumentPayload }
  /** With the marketing messages endpoint only. */
  | { readonly type: 'gif'; readonly gif: MediaPayload }
  | { readonly type: 'location'; readonly location: LocationPayload }
  | {
      readonly type: 'product';
      readonly product: { readonly product_retailer_id: string; readonly catalog_id: string };
    };

export const bodyParameterSchemas = () => {
  const parameter_name = z.optional(anyText());
  return [
    z.strictObject({ type: z.literal('text'), text: anyText(), parameter_name }),
    z.strictObject({
      type: z.literal('currency'),
      currency: z.strictObject({ fallback_value: anyText(), code: anyText(), amount_1000: z.int() }),
      parameter_name,
    }),
    z.strictObject({
      type: z.literal('date_time'),
      date_time: z.looseObject({ fallback_value: anyText() }),
      parameter_name,
    }),
    z.strictObject({ type: z.literal('group_id'), group_id: anyText(), parameter_name }),
  ] as const;
};

export const headerMediaSchemas = () =>
  [
    z.strictObject({ type: z.literal('image'), image: captionedMediaSchema() }),
    z.strictObject({ type: z.literal('video'), video: captionedMediaSchema() }),
    z.strictObject({ type: z.literal('document'), document: documentSchema() }),
    z.strictObject({ type: z.literal('gif'), gif: mediaSchema() }),
    z.strictObject({ type: z.literal('location'), location: locationSchema() }),
    z.strictObject({
      type: z.literal('product'),
      product: z.strictObject({ product_retailer_id: anyText(), catalog_id: anyText() }),
    }),
  ] as const;
