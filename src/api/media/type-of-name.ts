import { mediaTypes } from './media-types.ts';

const otherEndings: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  opus: 'audio/ogg',
  oga: 'audio/ogg',
};

/** Returns the MIME type of a file name's ending; `undefined` if WhatsApp does not accept such files. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const usual = Object.entries(mediaTypes).find(([, { extension }]) => extension === ending);
  return usual?.[0] ?? otherEndings[ending];
}
