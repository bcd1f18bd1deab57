import { textOf } from '../../shared/text-of.ts';
import type { Issue } from '../../shared/issue.ts';
import { maxStaticStickerBytes, mediaDocs, mediaTypes, typeAdvice } from './media-types.ts';

/** What is known of a file before it is uploaded. */
export interface ValidateMediaParams {
  /** Its MIME type; parameters such as `; codecs=opus` may follow. */
  readonly type: string;
  /** Its size in bytes, where it is known. */
  readonly size?: number | undefined;
  /** Its first bytes, 64 or more, where they are at hand: they tell a moving sticker from a still one. */
  readonly head?: Uint8Array | undefined;
}

const bytes = (count: number): string => `${count.toLocaleString('en-US')} bytes`;

// WebP, extended format: 'RIFF' size 'WEBP' 'VP8X' size flags; bit 1 of the flags says that it moves.
const isStill = (head: Uint8Array): boolean =>
  head.length > 20 && !(String.fromCharCode(...head.subarray(12, 16)) === 'VP8X' && (head[20] ?? 0) & 2);

/** The bare MIME type: lower case, without parameters. */
export const bareType = (type: string): string => (textOf(type).split(';')[0] ?? '').trim().toLowerCase();

/**
 * Says what WhatsApp would not take about a file: its type, its size, or that it is empty. An empty list means nothing was found.
 * Sizes are bytes, 1 MB = 1,048,576. Never throws.
 *
 * Source: Meta, "Media".
 *
 * @example
 * validateMedia({ type: 'image/png', size: 6_000_000 });
 * // [{ path: 'size', message: 'is 6,000,000 bytes; at most 5,242,880 bytes are allowed for image/png', limit: 5242880, docs: '…' }]
 * validateMedia({ type: 'audio/ogg; codecs=opus', size: 20_000 }); // []
 */
export function validateMedia({ type, size, head }: ValidateMediaParams): Issue[] {
  const name = bareType(type);
  const known = Object.hasOwn(mediaTypes, name) ? mediaTypes[name] : undefined;
  if (known === undefined) {
    const advice = Object.hasOwn(typeAdvice, name) ? typeAdvice[name] : undefined;
    return [
      {
        path: 'type',
        message: `is ${name === '' ? 'unknown: no type was given, and neither the name nor the content shows it' : `${name}, which WhatsApp does not take`}; ${advice ?? `use one of ${Object.keys(mediaTypes).join(', ')}`}`,
        docs: mediaDocs,
      },
    ];
  }
  if (size === undefined) return [];
  if (typeof size !== 'number')
    return [{ path: 'size', message: 'should be a number of bytes', docs: mediaDocs }];
  if (size === 0) return [{ path: 'size', message: 'is 0 bytes: the file is empty', docs: mediaDocs }];
  const still = known.kind === 'sticker' && head !== undefined && isStill(head);
  const limit = still ? maxStaticStickerBytes : known.maxBytes;
  if (size <= limit) return [];
  return [
    {
      path: 'size',
      message: `is ${bytes(size)}; at most ${bytes(limit)} are allowed for ${still ? 'a sticker that does not move' : name}`,
      limit,
      docs: mediaDocs,
    },
  ];
}
