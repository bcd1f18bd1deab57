import type { QueueFailure } from '../../webhooks/queue/describe-failure.ts';
import type { DeadLetter, EnqueuedWebhook, QueuedWebhook } from '../../webhooks/queue/webhook-queue.ts';
import { parseFailure, parseJson, readHeaders, unreadable } from '../stored-webhook.ts';
import { toText } from './redis-client.ts';

/** A reply of a script about one webhook: id, attempts, the webhook as JSON, … */
export type Entry = readonly unknown[];

/** Returns a webhook as text. The time comes first, where the script that counts finds it. */
export const serialize = ({ body, headers, receivedAt, tenant }: EnqueuedWebhook): string =>
  JSON.stringify({ receivedAt, headers, tenant, body: Buffer.from(body).toString('base64') });

/** What is left of an entry: `failure` says why it cannot be processed. */
interface ReadEntry {
  readonly webhook: Omit<QueuedWebhook, 'token'>;
  readonly failure: QueueFailure | undefined;
}

/** Reads an entry. What is damaged is left out, so that a dead letter of it can be listed; its body is then what was found. */
function readEntry([id, attempts, item]: Entry): ReadEntry {
  const text = toText(item);
  const { receivedAt = 0, tenant, ...stored } = toObject(parseJson(text ?? ''));
  const headers = readHeaders(stored['headers']);
  const body = typeof stored['body'] === 'string' ? Buffer.from(stored['body'], 'base64') : undefined;
  const isWhole = headers !== undefined && body !== undefined;
  return {
    webhook: {
      id: toText(id) ?? '',
      attempts: Number(toText(attempts) ?? attempts),
      receivedAt: Number(receivedAt),
      headers: headers ?? {},
      body: body ?? Buffer.from(text ?? ''),
      tenant: typeof tenant === 'string' ? tenant : undefined,
    },
    failure: isWhole
      ? undefined
      : unreadable(text === undefined ? 'it is not there' : 'it is not the JSON that was stored'),
  };
}

const toObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A received entry: the webhook to process, or the reason why it becomes a dead letter. */
export interface ReceivedEntry {
  readonly webhook: QueuedWebhook;
  readonly failure: QueueFailure | undefined;
}

/** Reads an entry that was leased: its fourth part is the token. */
export function toReceivedEntry(entry: Entry): ReceivedEntry {
  const { webhook, failure } = readEntry(entry);
  return { webhook: { ...webhook, token: String(entry[3]) }, failure };
}

/** Reads the entry of a dead letter: its further parts are the failure and the time. */
export const toDeadLetter = (entry: Entry): DeadLetter => ({
  ...readEntry(entry).webhook,
  ...parseFailure(toText(entry[3]) ?? ''),
  deadLetteredAt: Number(toText(entry[4])),
});

/** Returns the entries of a reply. */
export const toEntries = (reply: unknown): readonly Entry[] =>
  Array.isArray(reply) ? reply.filter(Array.isArray) : [];
