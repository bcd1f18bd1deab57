import { mediaTypes } from './media-types.ts';

const byExtension: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(mediaTypes).map(([type, { extension }]) => [extension, type])),
  jpeg: 'image/jpeg',
  opus: 'audio/ogg',
  oga: 'audio/ogg',
};

/** The MIME type that a file's name stands for, or `undefined` when its ending is none that WhatsApp takes. */
export const typeOfName = (name: string): string | undefined =>
  byExtension[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
