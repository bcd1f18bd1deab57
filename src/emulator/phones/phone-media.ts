import type { JsonObject } from '../kernel/json.ts';
import { addMedia, base64Digest } from '../media/media-store.ts';
import type { PhoneNumberRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** A file that a user sends. */
export interface PhoneMedia {
  /** What kind of message carries the file. */
  readonly type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  /** The file. Default: a few bytes that stand for one. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** Default: the usual one of the type, such as `image/jpeg`. */
  readonly mimeType?: string | undefined;
  /** The text under an image, a video or a document. Default: none. */
  readonly caption?: string | undefined;
  /** The name of a document, such as `invoice.pdf`. Default: none. */
  readonly filename?: string | undefined;
  /** Whether an audio is a voice message, recorded with the microphone. Default false. */
  readonly voice?: boolean | undefined;
}

const usualTypes = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
};

/** Keeps the file and gives the object that stands in the webhook. */
export async function mediaContent(
  context: EmulatorContext,
  number: PhoneNumberRecord,
  waId: string,
  { type, caption, filename, voice, ...file }: PhoneMedia,
): Promise<JsonObject> {
  const bytes = file.bytes ?? new TextEncoder().encode(`${type} from ${waId}`);
  const mimeType = file.mimeType ?? usualTypes[type];
  const media = await addMedia(context, number.id, { bytes, mimeType, fileName: filename }, 7);
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(filename === undefined ? {} : { filename }),
    mime_type: mimeType,
    sha256: base64Digest(media),
    id: media.id,
    ...(type === 'audio' ? { voice: voice ?? false } : {}),
    ...(type === 'sticker' ? { animated: false } : {}),
  };
}
