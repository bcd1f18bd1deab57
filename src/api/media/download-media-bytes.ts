import type { CallOptions, Client } from '../../transport/transport.ts';
import { downloadMedia, type DownloadMediaParams } from './download-media.ts';

/** A file in memory. */
export interface MediaBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Such as `image/jpeg`. What the sender claimed: look at the bytes before you trust it. */
  readonly mimeType: string | undefined;
}

/**
 * Downloads a file into memory. Set `maxBytes` to what you can afford. Otherwise as `downloadMedia`.
 *
 * Source: Meta, "Media".
 *
 * @example
 * const { bytes, mimeType } = await downloadMediaBytes(client, { mediaId: message.image.id, maxBytes: 5_000_000 }); // 'image/jpeg'
 */
export async function downloadMediaBytes(
  client: Client,
  params: DownloadMediaParams,
  options?: CallOptions,
): Promise<MediaBytes> {
  const { stream, mimeType } = await downloadMedia(client, params, options);
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return {
    bytes: new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()),
    mimeType,
  };
}
