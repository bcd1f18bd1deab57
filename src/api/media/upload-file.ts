import { isOutcomeUnknownError } from '../../errors/outcome-unknown-error.ts';
import { isTransportError } from '../../errors/transport-error.ts';
import { ResponseShapeError } from '../../errors/response-shape-error.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { AppTarget } from '../../schemas/targets.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { createUploadSession } from './create-upload-session.ts';
import { contentIssues, detectType } from './detect-type.ts';
import { openBlob } from './file-source.ts';
import { getUploadOffset } from './get-upload-offset.ts';
import type { TransferOptions } from './progress.ts';
import { typeOfName } from './type-of-name.ts';
import { uploadChunk, type UploadHandle } from './upload-chunk.ts';
import { bareType, validateMedia } from './validate-media.ts';

/** A file for a template header or a profile picture. */
export interface UploadFileParams extends AppTarget, TransferOptions {
  /** A path, bytes or a Blob: something that can be read again from the middle. */
  readonly file: string | Uint8Array | Blob;
  /** Its MIME type. Default: the Blob's type, otherwise the type of the name's ending, otherwise what its first bytes show. */
  readonly type?: string | undefined;
  /** The name that Meta stores. Default: the file's own. */
  readonly filename?: string | undefined;
  /** The id of an earlier session to continue, from the byte where it stopped. Default: a new session. */
  readonly sessionId?: string | undefined;
}

const maxBreaks = 5;

/** A break after which the session can go on: the connection failed, or its answer was lost. */
const isBreak = (error: unknown): boolean =>
  isOutcomeUnknownError(error) ||
  (isTransportError(error) && (error.reason === 'network' || error.reason === 'timeout'));

/**
 * Uploads a file in a resumable upload, for template headers and profile pictures, and returns its handle. After a broken connection it
 * continues from the last byte that Meta has, up to five times. Needs an `appId`, in the call or in the client.
 *
 * Source: Meta, "Resumable Upload API".
 *
 * @example
 * const { handle } = await uploadFile(client, { file: 'header.jpg' }); // '4:aGVhZGVyLmpwZw==:…'
 */
export async function uploadFile(
  client: Client,
  params: UploadFileParams,
  options?: CallOptions,
): Promise<UploadHandle> {
  const { blob, name } = await openBlob(params.file);
  const filename = params.filename ?? name ?? 'file';
  const detected = await detectType(blob);
  const type = params.type ?? (blob.type || typeOfName(filename) || detected || '');
  const issues = [...validateMedia({ type, size: blob.size }), ...contentIssues(bareType(type), detected)];
  if (issues.length > 0) throw new UsageError({ summary: 'The file cannot be uploaded.', issues });

  const session = {
    fileName: filename,
    fileLength: blob.size,
    fileType: bareType(type),
    appId: params.appId,
  };
  const sessionId = params.sessionId ?? (await createUploadSession(client, session, options)).id;
  const offset = async (): Promise<number> => {
    const { file_offset: known } = await getUploadOffset(client, { sessionId }, options);
    if (Number.isInteger(known) && known >= 0 && known <= blob.size) return known;
    throw new ResponseShapeError(`file_offset should be 0 to ${blob.size}, is ${known}`);
  };

  let fileOffset = params.sessionId === undefined ? 0 : await offset();
  for (let breaks = 0; ; breaks += 1) {
    try {
      return await uploadChunk(
        client,
        { sessionId, fileOffset, bytes: blob.slice(fileOffset), onProgress: params.onProgress },
        options,
      );
    } catch (error) {
      if (!isBreak(error) || breaks === maxBreaks) throw error;
      fileOffset = await offset();
    }
  }
}
