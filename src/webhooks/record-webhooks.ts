import { UsageError } from '../errors/usage-error.ts';
import { formatRecordedWebhook, recordableHeaders, type RecordedWebhook } from './recorded-webhook.ts';

/** How {@link recordWebhooks} writes. */
export interface RecordWebhooksOptions {
  /**
   * JSON keys whose texts are replaced by `redacted`, wherever they stand. The signature no longer fits such a body and is left out;
   * `wabakit webhook replay` signs it anew. Default: none, the bytes are kept as they came.
   *
   * @example ['from', 'wa_id', 'name', 'body', 'caption', 'recipient_id']
   */
  readonly redact?: readonly string[] | undefined;
}

type RequestHandler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

const host: { process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule' | 'emitWarning'>> } = globalThis;

/** A name from the time, the webhook's field and chance. The field comes from outside: only letters, digits and underscores are kept. */
function fileNameOf({ at, body }: RecordedWebhook): string {
  const field = /"field"\s*:\s*"([^"]{1,80})"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
  const label = field.replace(/\W+/g, '').slice(0, 40) || 'webhook';
  return `${new Date(at).toISOString().replaceAll(':', '-')}-${label}-${crypto.randomUUID().slice(0, 8)}.http`;
}

function redacted(recording: RecordedWebhook, keys: readonly string[]): RecordedWebhook {
  const value: unknown = JSON.parse(new TextDecoder().decode(recording.body));
  const text = JSON.stringify(value, (key, part: unknown) =>
    keys.includes(key) && (typeof part === 'string' || typeof part === 'number') ? 'redacted' : part,
  );
  const headers = Object.entries(recording.headers).filter(([name]) => !name.startsWith('x-hub-signature'));
  return { ...recording, headers: Object.fromEntries(headers), body: new TextEncoder().encode(text) };
}

/**
 * Keeps every delivery that a webhook handler took, raw bytes and headers, one file each, to look at and replay later with
 * `wabakit webhook inspect` and `replay`. What the handler refused (4xx: unsigned, too large) is not kept, so that a stranger cannot fill
 * the disk. A file that cannot be written is a process warning and changes no answer.
 *
 * Recordings hold what your customers wrote: keep them out of version control, or use `redact`.
 *
 * @param folder Where to write; made when it is missing.
 * @returns What wraps a handler.
 * @throws UsageError where the runtime has no file system.
 *
 * @example
 * const handler = recordWebhooks('./recordings')(createWebhookHandler({ appSecret, verifyToken, on }));
 * // ./recordings/2026-11-22T15-30-00.123Z-messages-1a2b3c4d.http
 */
export function recordWebhooks(folder: string, { redact = [] }: RecordWebhooksOptions = {}) {
  const fs = host.process?.getBuiltinModule?.('node:fs/promises');
  const path = host.process?.getBuiltinModule?.('node:path');
  if (!fs || !path)
    throw new UsageError({
      summary: 'recordWebhooks needs a file system',
      details: [
        'Use it on Node, Bun or Deno; elsewhere keep `await request.clone().arrayBuffer()` in a store of the platform.',
      ],
    });

  const keep = async (headers: Headers, copy: Request): Promise<void> => {
    const body = new Uint8Array(await copy.arrayBuffer());
    const whole: RecordedWebhook = { at: Date.now(), headers: recordableHeaders(headers), body };
    const recording = redact.length === 0 ? whole : redacted(whole, redact);
    await fs.mkdir(folder, { recursive: true });
    const file = path.join(folder, fileNameOf(recording));
    await fs.writeFile(file, formatRecordedWebhook(recording), { flag: 'wx', mode: 0o600 });
  };

  return <Rest extends unknown[]>(handler: RequestHandler<Rest>): RequestHandler<Rest> =>
    async (request, ...rest) => {
      if (request.method !== 'POST') return handler(request, ...rest);
      const copy = request.clone();
      const response = await handler(request, ...rest);
      if (response.status >= 400 && response.status < 500) {
        await copy.body?.cancel();
        return response;
      }
      await keep(request.headers, copy).catch((error: unknown) =>
        host.process?.emitWarning?.(`A webhook was not recorded: ${String(error)}`),
      );
      return response;
    };
}
