import { toBase64, toHex } from '../../shared/bytes.ts';
import { GraphError } from '../kernel/graph-error.ts';
import type { MediaRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

// The emulator's own limit, which keeps its memory bounded and a snapshot below the longest text of a JavaScript engine.
const mostBytes = 256 * 2 ** 20;

/** Throws `GraphError` where the emulator has no room for a file of some bytes. */
function checkRoom({ state }: EmulatorContext, bytes: number): void {
  const kept = [...state.media.values()].reduce((total, media) => total + media.bytes.length, 0);
  if (kept + bytes > mostBytes)
    throw new GraphError(100, {
      message: `(#100) The emulator keeps up to ${mostBytes / 2 ** 20} MiB of files: delete some, or let them expire (7 days when received, 30 when uploaded).`,
      status: 507,
    });
}

/** Frees a file that has expired. */
export const expireMedia = ({ state }: EmulatorContext, id: string): void => {
  state.media.delete(id);
};

/** Keeps a media file for as long as Meta does: 30 days when uploaded, 7 when received. Then its memory is freed. */
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
  checkRoom(context, file.bytes.length);
  const lifetime = days * 86_400_000;
  const media: MediaRecord = {
    ...file,
    id: context.ids.node(),
    phoneNumberId,
    sha256: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', file.bytes))),
    expiresAt: context.now() + lifetime,
  };
  context.state.media.set(media.id, media);
  context.schedule(lifetime, { kind: 'expire', mediaId: media.id });
  return media;
}

/** The same digest in base64, as webhooks print it. */
export const base64Digest = (media: MediaRecord): string =>
  toBase64(Uint8Array.from(media.sha256.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
