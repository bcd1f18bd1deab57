import { toBase64, toHex } from '../../shared/bytes.ts';
import type { MediaRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Keeps a media file for as long as Meta does: 30 days when uploaded, 7 when received. */
export async function addMedia(
  context: EmulatorContext,
  phoneNumberId: string,
  file: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly mimeType: string;
    readonly fileName?: string | undefined;
  },
  days: 7 | 30,
): Promise<MediaRecord> {
  const media: MediaRecord = {
    ...file,
    id: context.ids.node(),
    phoneNumberId,
    sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', file.bytes))),
    expiresAt: context.now() + days * 86_400_000,
  };
  context.state.media.set(media.id, media);
  return media;
}

/** The same digest in base64, as webhooks print it. */
export const base64Digest = (media: MediaRecord): string =>
  toBase64(Uint8Array.from(media.sha256.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
