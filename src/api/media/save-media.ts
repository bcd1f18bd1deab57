import type { CallOptions, Client } from '../../transport/transport.ts';
import { saveStream } from './disk.ts';
import { downloadMedia, type DownloadMediaParams } from './download-media.ts';
import { mediaTypes } from './media-types.ts';
import { safeFileName } from './safe-file-name.ts';
import { bareType } from './validate-media.ts';

/** Parameters of `saveMedia`. */
export interface SaveMediaParams extends DownloadMediaParams {
  /** The folder, which must exist. */
  readonly directory: string;
  /** The name to save it under; it is made safe first, so a name that the sender chose is fine. Default: the media id and the type's ending. */
  readonly name?: string | undefined;
}

/** The file on disk. */
export interface SavedMedia {
  /** The folder and the safe name: `inbox/Invoice A-17.pdf`. */
  readonly path: string;
  /** Such as `image/jpeg`. What the sender claimed: look at the bytes before you trust it. */
  readonly mimeType: string | undefined;
}

/**
 * Downloads a file to disk (Node, Bun, Deno). The name cannot leave the folder, an existing file is never overwritten, and a download
 * that fails leaves no file behind. The file gets its name once it is whole and on the disk; a process that is killed leaves
 * `.wabakit-….part`, which can be deleted. Otherwise as `downloadMedia`.
 *
 * Source: Meta, "Media".
 *
 * @example
 * await saveMedia(client, { mediaId: message.document.id, directory: 'inbox', name: message.document.filename });
 * // { path: 'inbox/Invoice A-17.pdf', mimeType: 'application/pdf' }
 */
export async function saveMedia(
  client: Client,
  params: SaveMediaParams,
  options?: CallOptions,
): Promise<SavedMedia> {
  const { stream, mimeType } = await downloadMedia(client, params, options);
  const extension = mediaTypes[bareType(mimeType ?? '')]?.extension ?? 'bin';
  const fallback = safeFileName(`${params.mediaId}.${extension}`);
  const name = params.name === undefined ? fallback : safeFileName(params.name, fallback);
  return { path: await saveStream(params.directory, name, stream), mimeType };
}
