import { getRuntime } from '../../shared/runtime.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { ReceivedWebhook } from '../queue/webhook-queue.ts';
import { formatRecordedWebhook } from './recorded-webhook.ts';
import type { Recorder } from './recorder.ts';

/** Options of {@link recordWebhooks}. */
export interface RecordWebhooksOptions {
  /**
   * JSON keys whose strings and numbers are replaced by `redacted` at any depth. The signature does not match such a body and is left out;
   * `wabakit webhook replay` signs it again. Default: none, the bytes are kept unchanged.
   *
   * @example ['from', 'wa_id', 'name', 'body', 'caption', 'recipient_id']
   */
  readonly redact?: readonly string[] | undefined;
}

/** Returns a file name from the time, the field and a random part. The field comes from outside: only letters, digits and `_` are kept. */
function getFileName({ receivedAt, body }: ReceivedWebhook): string {
  const field = /"field"\s*:\s*"([^"]{1,80})"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
  const label = field.replace(/\W+/g, '').slice(0, 40) || 'webhook';
  return `${new Date(receivedAt).toISOString().replaceAll(':', '-')}-${label}-${crypto.randomUUID().slice(0, 8)}.http`;
}

function redactWebhook(webhook: ReceivedWebhook, keys: readonly string[]): ReceivedWebhook {
  const value: unknown = JSON.parse(new TextDecoder().decode(webhook.body));
  const text = JSON.stringify(value, (key, part: unknown) =>
    keys.includes(key) && (typeof part === 'string' || typeof part === 'number') ? 'redacted' : part,
  );
  const headers = Object.entries(webhook.headers).filter(([name]) => !name.startsWith('x-hub-signature'));
  return { ...webhook, headers: Object.fromEntries(headers), body: new TextEncoder().encode(text) };
}

/**
 * Creates a recorder that writes every verified request, raw bytes and headers, to a file of its own. `wabakit webhook inspect` and
 * `wabakit webhook replay` read them.
 *
 * Recordings contain what your customers wrote: keep them out of version control, or use `redact`. Without `redact` they contain the signature
 * too, which has no age: whoever has such a file can send it to your server again.
 *
 * @param folder The folder to write to; created if it is missing. Only the owner of a file may read it.
 * @throws {UsageError} if the runtime has no file system.
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
      summary: 'recordWebhooks needs a file system.',
      details: ['Use it on Node, Bun or Deno; elsewhere implement Recorder with a store of the platform.'],
    });
  return {
    record: async (webhook) => {
      const kept = redact.length === 0 ? webhook : redactWebhook(webhook, redact);
      await fs.mkdir(folder, { recursive: true });
      const file = path.join(folder, getFileName(kept));
      // Written under another name until it is complete, for programs that watch the folder.
      await fs.writeFile(`${file}.part`, formatRecordedWebhook(kept), { flag: 'wx', mode: 0o600 });
      await fs.rename(`${file}.part`, file);
    },
  };
}
