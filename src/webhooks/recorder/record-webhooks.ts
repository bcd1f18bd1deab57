import { getRuntime } from '../../shared/runtime.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { ReceivedWebhook } from '../queue/webhook-queue.ts';
import { formatRecordedWebhook } from './recorded-webhook.ts';
import type { Recorder } from './recorder.ts';

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

/** A name from the time, the webhook's field and chance. The field comes from outside: only letters, digits and underscores are kept. */
function getFileName({ receivedAt, body }: ReceivedWebhook): string {
  const field = /"field"\s*:\s*"([^"]{1,80})"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
  const label = field.replace(/\W+/g, '').slice(0, 40) || 'webhook';
  return `${new Date(receivedAt).toISOString().replaceAll(':', '-')}-${label}-${crypto.randomUUID().slice(0, 8)}.http`;
}

function redacted(webhook: ReceivedWebhook, keys: readonly string[]): ReceivedWebhook {
  const value: unknown = JSON.parse(new TextDecoder().decode(webhook.body));
  const text = JSON.stringify(value, (key, part: unknown) =>
    keys.includes(key) && (typeof part === 'string' || typeof part === 'number') ? 'redacted' : part,
  );
  const headers = Object.entries(webhook.headers).filter(([name]) => !name.startsWith('x-hub-signature'));
  return { ...webhook, headers: Object.fromEntries(headers), body: new TextEncoder().encode(text) };
}

/**
 * Makes the recorder that keeps every verified delivery, raw bytes and headers, one file each, to look at and replay later with
 * `wabakit webhook inspect` and `wabakit webhook replay`.
 *
 * Recordings hold what your customers wrote: keep them out of version control, or use `redact`.
 *
 * @param folder Where to write; made when it is missing. Its files are readable by their owner only.
 * @throws UsageError where the runtime has no file system.
 *
 * @example
 * const handler = createWebhookHandler({ appSecret, verifyToken, on, recorder: recordWebhooks('./recordings') });
 * // ./recordings/2026-11-22T15-30-00.123Z-messages-1a2b3c4d.http
 */
export function recordWebhooks(folder: string, { redact = [] }: RecordWebhooksOptions = {}): Recorder {
  const fs = getRuntime().getBuiltinModule?.('node:fs/promises');
  const path = getRuntime().getBuiltinModule?.('node:path');
  if (!fs || !path)
    throw new UsageError({
      summary: 'recordWebhooks needs a file system',
      details: [
        'Use it on Node, Bun or Deno; elsewhere write a Recorder that keeps them in a store of the platform.',
      ],
    });
  return {
    record: async (webhook) => {
      const kept = redact.length === 0 ? webhook : redacted(webhook, redact);
      await fs.mkdir(folder, { recursive: true });
      const file = path.join(folder, getFileName(kept));
      // Under another name until it is whole, for those who watch the folder.
      await fs.writeFile(`${file}.part`, formatRecordedWebhook(kept), { flag: 'wx', mode: 0o600 });
      await fs.rename(`${file}.part`, file);
    },
  };
}
