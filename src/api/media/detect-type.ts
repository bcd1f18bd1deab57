import type { Issue } from '../../shared/issue.ts';
import { mediaDocs, mediaTypes, typeAdvice } from './media-types.ts';

// DATA. What the first bytes cannot tell apart: the types that a file of the given type may be detected as. Source: the formats themselves
// (ISO base media files, OLE2 compound files, ZIP packages); Meta names one type for each. Confidence: high.
const mp4 = [
  'audio/mp4',
  'audio/x-m4a',
  'video/mp4',
  'video/x-m4v',
  'video/3gpp',
  'video/3gpp2',
  'video/quicktime',
];
const compound = ['application/x-cfb'];
const sameBytes: Readonly<Record<string, readonly string[]>> = {
  'audio/mp4': mp4,
  'video/mp4': mp4,
  'video/3gpp': mp4,
  'image/png': ['image/apng'],
  'application/msword': compound,
  'application/vnd.ms-excel': compound,
  'application/vnd.ms-powerpoint': compound,
  'text/plain': ['application/xml', 'application/rtf', 'text/html', 'text/calendar', 'text/vcard'],
};

/**
 * Returns the MIME type that the content of a file shows, or `undefined` if its bytes do not tell, as those of a plain text. Only the bytes
 * that are needed are read.
 */
export async function detectType(file: Blob): Promise<string | undefined> {
  // Loaded when a file is uploaded, so that a program without uploads does not pay for it.
  const { fileTypeFromBlob } = await import('./file-type.ts');
  return (await fileTypeFromBlob(file))?.mime.split(';')[0];
}

/**
 * Says that a file does not hold what its type says. Files of one kind, such as JPEG and PNG, are taken for each other, because WhatsApp does
 * so too.
 */
export function contentIssues(type: string, detected: string | undefined): Issue[] {
  const declared = Object.hasOwn(mediaTypes, type) ? mediaTypes[type] : undefined;
  if (declared === undefined || detected === undefined || detected === type) return [];
  if (mediaTypes[detected]?.kind === declared.kind && declared.kind !== 'document') return [];
  if (sameBytes[type]?.includes(detected)) return [];
  const advice = typeAdvice[detected] ?? `pass the type of its content, or another file`;
  return [{ path: 'file', message: `holds ${detected}, not ${type}; ${advice}`, docs: mediaDocs }];
}
