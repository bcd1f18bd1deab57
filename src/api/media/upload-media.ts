import { textOf } from '../../shared/text-of.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { MediaId } from '../../shared/ids.ts';
import type { Issue } from '../../shared/issue.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  multipartBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import { contentIssues, detectType } from './detect-type.ts';
import { type FileSource, openFile } from './file-source.ts';
import { mediaTypes } from './media-types.ts';
import { multipartStream } from './multipart-stream.ts';
import { createReporter, streamInParts, type TransferOptions } from './progress.ts';
import { typeOfName } from './type-of-name.ts';
import { bareType, validateMedia } from './validate-media.ts';
import { validateVoiceNote } from './validate-voice-note.ts';

/** A file to upload. */
export interface UploadMediaParams extends NumberTarget, TransferOptions {
  /** A path, bytes, a Blob, a stream, or a function that opens a stream. None of them is read into memory as a whole. */
  readonly file: FileSource;
  /** Its MIME type. Default: the Blob's type, otherwise the type of the name's ending, otherwise what its first bytes show (not of a stream). */
  readonly type?: string | undefined;
  /** The name to give it. Default: its own. Customers see the `filename` of the document message, not this one. */
  readonly filename?: string | undefined;
  /** For streams: the size in bytes, where it is known. It is then checked before anything is sent. */
  readonly size?: number | undefined;
  /** For numbers without storage: minutes that Meta keeps the file, 60 to 43,200. */
  readonly ttlMinutes?: number | undefined;
}

/** Up to this size a file is sent as a form in memory; a larger one is streamed. */
const formLimit = 16_777_216;

/** Uploads of 100 MB need longer than ordinary calls. Milliseconds. */
const patience: CallOptions = { timeout: 300_000, totalTimeout: 600_000 };

async function getHead(blob: Blob | undefined): Promise<Uint8Array | undefined> {
  return blob && new Uint8Array(await blob.slice(0, 512).arrayBuffer());
}

function issuesOfFile(
  type: string,
  size: number | undefined,
  head: Uint8Array | undefined,
  detected: string | undefined,
): Issue[] {
  const issues = [...validateMedia({ type, size, head }), ...contentIssues(bareType(type), detected)];
  // Meta takes OGG only with the Opus codec. A long note is accepted, although WhatsApp shows it without its play icon.
  if (issues.length > 0 || bareType(type) !== 'audio/ogg' || head === undefined) return issues;
  return validateVoiceNote({ bytes: head, size }).filter((issue) => issue.path === 'file');
}

/**
 * Uploads a file and returns its id, which is valid for 30 days and can be sent any number of times. Sending by id is safer than by link:
 * Meta fetches links itself and fails on redirects, rate limits and private hosts. The memory used does not grow with the file.
 *
 * Throws `UsageError` if WhatsApp does not accept the type, the size or the codec of an OGG file, or if the bytes show another kind of file. The size of a stream is checked while
 * it is read.
 *
 * Source: Meta, "Media".
 *
 * @example
 * const { id } = await uploadMedia(client, { file: 'invoice.pdf' }); // '1037543291543636'
 * await sendDocument(client, { to, id, filename: 'Invoice A-17.pdf' });
 */
export async function uploadMedia(
  client: Client,
  params: UploadMediaParams,
  options?: CallOptions,
): Promise<{ readonly id: MediaId }> {
  const { blob, open, name } = await openFile(params.file);
  const filename = params.filename ?? name;
  const detected = blob && (await detectType(blob));
  const type = params.type ?? (blob?.type || (filename && typeOfName(filename)) || detected || '');
  const size = blob?.size ?? params.size;
  const issues = issuesOfFile(type, size, await getHead(blob), detected);
  if (issues.length > 0) throw new UsageError({ summary: 'The file cannot be sent in WhatsApp.', issues });

  const fields: Record<string, string> = { messaging_product: 'whatsapp', type: bareType(type) };
  if (params.ttlMinutes !== undefined) fields['ttl_minutes'] = textOf(params.ttlMinutes);
  const named = filename ?? `file.${mediaTypes[bareType(type)]?.extension}`;
  const report = createReporter(params.onProgress, size);
  let refusal: UsageError | undefined;
  const check = (sent: number, done: boolean): void => {
    const found = validateMedia({ type, size: done || sent > 0 ? sent : undefined });
    if (done && size !== undefined && sent !== size) {
      found.push({ path: 'size', message: `is ${size}, but the stream held ${sent} bytes`, limit: size });
    }
    if (found.length === 0) {
      if (!done) report?.(sent);
      return;
    }
    refusal = new UsageError({ summary: 'The file cannot be sent in WhatsApp.', issues: found });
    throw refusal;
  };
  const body =
    blob && blob.size <= formLimit && !report
      ? multipartBody(getForm(fields, blob.slice(0, blob.size, type), named))
      : multipartStream({
          fields,
          name: named,
          type,
          open: open ?? (() => streamInParts(blob ?? new Blob())),
          size,
          check,
        });
  try {
    return await client.request(
      {
        method: 'POST',
        path: graphPath`/${getPhoneNumberId(client, params)}/media`,
        body,
        idempotency: 'unsafe',
        parse: parseResponse<{ readonly id: MediaId }>({ id: 'string' }),
      },
      { ...patience, ...options },
    );
  } catch (error) {
    throw refusal ?? error;
  }
}

function getForm(fields: Readonly<Record<string, string>>, file: Blob, name: string): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', file, name);
  return form;
}
