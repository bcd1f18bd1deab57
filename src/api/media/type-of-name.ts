import { mediaTypes } from './media-types.ts';

const otherEndings: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  opus: 'audio/ogg',
  oga: 'audio/ogg',
};

/** The MIME type that a file's name stands for, or `undefined` when its ending is none that WhatsApp takes. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const usual = Object.entries(mediaTypes).find(([, { extension }]) => extension === ending);
  return usual?.[0] ?? otherEndings[ending];
}
