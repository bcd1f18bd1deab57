import { docsRoot } from '../../shared/meta.ts';

/** The five kinds of media message. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

/** What Meta says of one type of file. */
export interface MediaType {
  /** The kind of message that can carry it. */
  readonly kind: MediaKind;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
  /** The usual ending of such a file's name. */
  readonly extension: string;
}

// DATA. Source: Meta, "Media" (page of December 2025). Confidence: high. Meta does not say whether MB counts 1,000 or 1,024;
// 1,024 is used here, because refusing what Meta accepts would be worse than Meta's own refusal. 16 MB is 16_777_216.

/** Meta's page on media. */
export const mediaDocs = `${docsRoot}/business-phone-numbers/media`;

/** The largest file of any kind, in and out. */
export const maxMediaBytes: number = 104_857_600;

/** Up to this size a voice note shows with a play icon; a larger one shows with a download icon. Source: Meta, "Audio messages". */
export const maxVoiceNoteBytes: number = 524_288;

/** The largest sticker that does not move. */
export const maxStaticStickerBytes: number = 102_400;

/** How long media ids and download URLs live. */
export const mediaLifetimes = {
  /** Days that the id of an upload lives. */
  uploadedDays: 30,
  /** Days that an id from a webhook lives. */
  receivedDays: 7,
  /** Minutes that a download URL lives. */
  urlMinutes: 5,
} as const;

/** Every type of file that WhatsApp takes, by its MIME type. */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  'audio/aac': { kind: 'audio', maxBytes: 16_777_216, extension: 'aac' },
  'audio/amr': { kind: 'audio', maxBytes: 16_777_216, extension: 'amr' },
  'audio/mpeg': { kind: 'audio', maxBytes: 16_777_216, extension: 'mp3' },
  'audio/mp4': { kind: 'audio', maxBytes: 16_777_216, extension: 'm4a' },
  'audio/ogg': { kind: 'audio', maxBytes: 16_777_216, extension: 'ogg' },
  'text/plain': { kind: 'document', maxBytes: 104_857_600, extension: 'txt' },
  'application/pdf': { kind: 'document', maxBytes: 104_857_600, extension: 'pdf' },
  'application/msword': { kind: 'document', maxBytes: 104_857_600, extension: 'doc' },
  'application/vnd.ms-excel': { kind: 'document', maxBytes: 104_857_600, extension: 'xls' },
  'application/vnd.ms-powerpoint': { kind: 'document', maxBytes: 104_857_600, extension: 'ppt' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'document',
    maxBytes: 104_857_600,
    extension: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    kind: 'document',
    maxBytes: 104_857_600,
    extension: 'xlsx',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'document',
    maxBytes: 104_857_600,
    extension: 'pptx',
  },
  'image/jpeg': { kind: 'image', maxBytes: 5_242_880, extension: 'jpg' },
  'image/png': { kind: 'image', maxBytes: 5_242_880, extension: 'png' },
  'image/webp': { kind: 'sticker', maxBytes: 512_000, extension: 'webp' },
  'video/mp4': { kind: 'video', maxBytes: 16_777_216, extension: 'mp4' },
  'video/3gpp': { kind: 'video', maxBytes: 16_777_216, extension: '3gp' },
};

/** What to do with types that people often try. Source: reports of users; the conversions are what Meta's own types leave open. */
export const typeAdvice: Readonly<Record<string, string>> = {
  'audio/opus': 'name it audio/ogg; it must be an OGG file with the Opus codec',
  'audio/webm': 'convert it to OGG with the Opus codec: ffmpeg -i in.webm -c:a libopus -ac 1 out.ogg',
  'audio/wav': 'convert it to OGG with the Opus codec: ffmpeg -i in.wav -c:a libopus -ac 1 out.ogg',
  'audio/mp3': 'name it audio/mpeg',
  'audio/x-m4a': 'name it audio/mp4',
  'image/jpg': 'name it image/jpeg',
  'image/gif': 'send it as a video: convert it to MP4',
  'image/heic': 'convert it to JPEG',
  'image/svg+xml': 'convert it to PNG',
  'video/webm': 'convert it to MP4 with H.264 and AAC',
  'video/quicktime': 'convert it to MP4 with H.264 and AAC',
};
