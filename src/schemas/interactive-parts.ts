import * as z from 'zod/mini';
import { characters } from './checks.ts';
import { interactiveLimits } from './limits.ts';
import { documentSchema, mediaSchema, type DocumentPayload, type MediaPayload } from './media-message.ts';

/** Words above the body. */
export interface TextHeader {
  readonly type: 'text';
  /** Up to 60 characters. */
  readonly text: string;
}

/** What stands above the body of an interactive message. */
export type InteractiveHeader =
  | TextHeader
  | { readonly type: 'image'; readonly image: MediaPayload }
  | { readonly type: 'video'; readonly video: MediaPayload }
  | { readonly type: 'document'; readonly document: DocumentPayload };

/** The words of an interactive message. */
export interface InteractiveText {
  readonly text: string;
}

/** The parts that most interactive messages share. */
export interface InteractiveBase {
  readonly header?: InteractiveHeader | undefined;
  /** Up to 1,024 characters. */
  readonly body: InteractiveText;
  /** Up to 60 characters. */
  readonly footer?: InteractiveText | undefined;
}

/** `{ text }` of up to `max` characters. */
export const textPart = (max: number) => z.strictObject({ text: characters(max) });

export const textHeader = () =>
  z.strictObject({ type: z.literal('text'), text: characters(interactiveLimits.header) });

const anyHeader = () =>
  z.discriminatedUnion('type', [
    textHeader(),
    z.strictObject({ type: z.literal('image'), image: mediaSchema() }),
    z.strictObject({ type: z.literal('video'), video: mediaSchema() }),
    z.strictObject({ type: z.literal('document'), document: documentSchema() }),
  ]);

export const bodyPart = (): ReturnType<typeof textPart> => textPart(interactiveLimits.body);

/** The optional footer, for a shape. */
export const footerPart = () => z.optional(textPart(interactiveLimits.footer));

/** Header of any kind, required body, optional footer, for a shape. */
export const commonParts = () => ({
  header: z.optional(anyHeader()),
  body: bodyPart(),
  footer: footerPart(),
});
