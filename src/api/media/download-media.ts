import { isApiError } from '../../errors/api-error.ts';
import { ResponseShapeError } from '../../errors/response-shape-error.ts';
import { isTransportError, TransportError } from '../../errors/transport-error.ts';
import { usageError } from '../../errors/usage-error.ts';
import type { CallOptions, Client, ApiResponse } from '../../transport/transport.ts';
import { checkedStream } from './checked-stream.ts';
import { getMedia, type MediaInfo, type MediaTarget } from './get-media.ts';
import { maxMediaBytes } from './media-types.ts';
import { createReporter, type TransferOptions } from './progress.ts';

/** Parameters of `downloadMedia`. */
export interface DownloadMediaParams extends MediaTarget, TransferOptions {
  /** The URL from a webhook, which saves one call while it is valid (5 minutes). Default: requested from Meta. */
  readonly url?: string | undefined;
  /** The `sha256` of a webhook. Default: Meta's record. */
  readonly sha256?: string | undefined;
  /** The most bytes to take, after decoding. Default: 104,857,600, the most that WhatsApp carries. */
  readonly maxBytes?: number | undefined;
}

/** A file that is being downloaded. */
export interface MediaDownload {
  /** The file's bytes. Reading fails if they exceed `maxBytes`, end early, or do not match Meta's SHA-256. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Such as `image/jpeg`. What the sender claimed: look at the bytes before you trust it. */
  readonly mimeType: string | undefined;
  /** Bytes, where Meta names them. */
  readonly size: number | undefined;
}

// Without a usual User-Agent Meta's media host refuses some requests (reported by users of several SDKs).
const headers = { 'user-agent': 'Mozilla/5.0 (compatible; wabakit)' };

/** Milliseconds: how long a download may stand still, and take as a whole. A file of 100 MB needs longer than an ordinary call. */
const patience = { timeout: 30_000, totalTimeout: 600_000 };

/** A path is no URL of a file: the transport would call the API with it. */
const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const fetchFile = async (
  client: Client,
  url: string,
  options: CallOptions | undefined,
): Promise<ApiResponse> =>
  client.request(
    { method: 'GET', path: url, headers, idempotency: 'safe', accept: 'stream', parse: (reply) => reply },
    options,
  );

/** The size in the answer, unless the body is decoded while it is read. */
function announcedSize({ headers }: ApiResponse): number | undefined {
  const length = Number(headers.get('content-length') ?? NaN);
  return Number.isInteger(length) && headers.get('content-encoding') === null ? length : undefined;
}

/** Meta's media host answers 404 for a URL that has expired. */
const isExpired = (error: unknown): boolean =>
  (isTransportError(error) || isApiError(error)) && (error.httpStatus === 404 || error.httpStatus === 410);

async function openFresh(
  client: Client,
  params: DownloadMediaParams,
  options: CallOptions | undefined,
): Promise<{ readonly info: MediaInfo; readonly reply: ApiResponse }> {
  const info = await getMedia(client, params, options);
  if (!isWebAddress(info.url)) throw new ResponseShapeError('url should be an address of the web');
  return { info, reply: await fetchFile(client, info.url, options) };
}

async function openGiven(client: Client, params: DownloadMediaParams, options: CallOptions | undefined) {
  if (params.url === undefined) return openFresh(client, params, options);
  if (typeof params.url !== 'string' || !isWebAddress(params.url))
    throw usageError('url', 'should be https:// with a host, as a webhook has it');
  return { info: undefined, reply: await fetchFile(client, params.url, options) };
}

/**
 * Downloads a file as a stream. The access token goes to Meta's media host only, also across redirects. An expired URL is requested
 * again once. Size and SHA-256 are checked against Meta's record at the end of the stream.
 *
 * Reading fails with `TransportError` (`timeout`) if no byte comes for `timeout` milliseconds (default 30,000), and if the whole download takes
 * longer than `totalTimeout` (default 600,000).
 *
 * Source: Meta, "Media".
 *
 * @example
 * const { stream, mimeType } = await downloadMedia(client, { mediaId: message.image.id, maxBytes: 5_000_000 });
 * await fetch('https://storage.example/upload', { method: 'PUT', body: stream, headers: { 'content-type': mimeType }, duplex: 'half' });
 */
export async function downloadMedia(
  client: Client,
  params: DownloadMediaParams,
  options?: CallOptions,
): Promise<MediaDownload> {
  const { timeout = patience.timeout, totalTimeout = patience.totalTimeout, signal } = options ?? {};
  const end = performance.now() + totalTimeout;
  const { info, reply } = await openGiven(client, params, options).catch((error: unknown) => {
    if (!isExpired(error)) throw error;
    return openFresh(client, params, options).catch((second: unknown) => {
      if (!isExpired(second)) throw second;
      const summary =
        'The file is gone: its URL had expired, and a fresh one was refused too. A received file can be read for 7 days.';
      throw new TransportError('status', summary, 404, second);
    });
  });
  if (reply.stream === undefined) throw new ResponseShapeError('the file is missing');
  const recorded = Number(info?.file_size ?? NaN);
  const size = Number.isFinite(recorded) ? recorded : undefined;
  return {
    stream: checkedStream(reply.stream, {
      maxBytes: params.maxBytes ?? maxMediaBytes,
      size,
      sha256: params.sha256 ?? info?.sha256,
      signal,
      timeout,
      end,
      report: createReporter(params.onProgress, size ?? announcedSize(reply)),
    }),
    mimeType: info?.mime_type ?? reply.headers.get('content-type') ?? undefined,
    size,
  };
}
