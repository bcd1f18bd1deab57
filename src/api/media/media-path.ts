import { usageError } from '../../errors/usage-error.ts';
import { isMediaId, notMediaId } from '../../schemas/media-source.ts';
import type { MediaId } from '../../shared/ids.ts';
import { graphPath } from '../../transport/transport.ts';
import { textOf } from '../../shared/text-of.ts';

/** Returns the path of a file. Throws `UsageError` for a URL and for the handle of a resumable upload, which are no ids. */
export function mediaPath(mediaId: MediaId): string {
  if (!isMediaId(textOf(mediaId))) throw usageError('mediaId', notMediaId);
  return graphPath`/${mediaId}`;
}
