import { mediaTypes } from './media-types.ts';

const otherEndings: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  opus: 'audio/ogg',
  oga: 'audio/ogg',
  // Not taken by WhatsApp; named, so that the error says what to do instead.
  wav: 'audio/wav',
  webm: 'video/webm',
  mov: 'video/quicktime',
  gif: 'image/gif',
  heic: 'image/heic',
  svg: 'image/svg+xml',
};

/** Returns the MIME type of a file name's ending; `undefined` for an ending that is not in the tables. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  const usual = Object.entries(mediaTypes).find(([, { extension }]) => extension === ending);
  return usual?.[0] ?? otherEndings[ending];
}
