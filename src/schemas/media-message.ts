import * as z from 'zod/mini';
import { characters } from './checks.ts';
import { mediaLimits } from './limits.ts';
import { isFetchable, isMediaId, notFetchable, notMediaId } from './media-source.ts';

/** A file, by the id of an upload or by a link that Meta fetches: exactly one of the two. Source: Meta, "Media messages". */
export type MediaPayload =
  | {
      /** The id that an upload gave; it lives 30 days. */
      readonly id: string;
      readonly link?: undefined;
    }
  | {
      /** An https or http URL. Meta fetches it and keeps it 10 minutes; an upload is safer. */
      readonly link: string;
      readonly id?: undefined;
    };

/** A file with words under it. */
export type CaptionedMediaPayload = MediaPayload & {
  /** Up to 1,024 characters. */
  readonly caption?: string | undefined;
};

/** A document. */
export type DocumentPayload = CaptionedMediaPayload & {
  /** The name that the user sees; its ending picks the icon. */
  readonly filename?: string | undefined;
};

/** An audio file or a voice note. */
export type AudioPayload = MediaPayload & {
  /** `true` for a voice note; the file must be OGG with the Opus codec. Its play icon shows up to 512 KB. */
  readonly voice?: boolean | undefined;
};

const isWebLink = (link: string): boolean => /^https?:\/\/[^\s/]+/i.test(link);

/** A link that opens in a browser. */
export const webLink = () =>
  characters(4096).check(z.refine(isWebLink, { error: 'is not an http or https URL' }));

/** A link that Meta can fetch. */
export const mediaLink = () => webLink().check(z.refine(isFetchable, { error: notFetchable }));

const source = () => ({
  id: z.optional(characters(512).check(z.refine(isMediaId, { error: notMediaId }))),
  link: z.optional(mediaLink()),
});
const caption = () => z.optional(characters(mediaLimits.caption));
const oneSource = () =>
  z.refine<{ id?: unknown; link?: unknown }>(
    (media) => (media.id === undefined) !== (media.link === undefined),
    {
      error: 'needs exactly one of id and link',
    },
  );

export const mediaSchema = () => z.strictObject(source()).check(oneSource());
export const captionedMediaSchema = () =>
  z.strictObject({ ...source(), caption: caption() }).check(oneSource());
export const documentSchema = () =>
  z
    .strictObject({ ...source(), caption: caption(), filename: z.optional(characters(512)) })
    .check(oneSource());
export const audioSchema = () =>
  z.strictObject({ ...source(), voice: z.optional(z.boolean()) }).check(oneSource());
