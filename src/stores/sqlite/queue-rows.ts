import type { SQLOutputValue } from 'node:sqlite';
import type { QueueFailure } from '../../webhooks/queue/describe-failure.ts';
import type { DeadLetter, QueuedWebhook } from '../../webhooks/queue/webhook-queue.ts';
import { parseFailure, parseJson, readHeaders, unreadable } from '../stored-webhook.ts';

/** A row of the table `wabakit_queue`. */
export type Row = Record<string, SQLOutputValue>;

/** What is left of a row: `failure` says why it cannot be processed. */
interface ReadRow {
  readonly webhook: Omit<QueuedWebhook, 'token'>;
  readonly failure: QueueFailure | undefined;
}

/** Reads a row. What is damaged is left out, so that a dead letter of it can be listed. */
function readRow(row: Row): ReadRow {
  const { id, attempts, received_at, body, tenant } = row;
  const headers = readHeaders(parseJson(String(row['headers'])));
  const isBytes = body instanceof Uint8Array;
  const problem =
    headers === undefined ? 'its headers are not JSON' : isBytes ? undefined : 'its body is not there';
  return {
    webhook: {
      id: String(id),
      attempts: Number(attempts),
      receivedAt: Number(received_at),
      headers: headers ?? {},
      body: isBytes ? body : new Uint8Array(),
      tenant: typeof tenant === 'string' ? tenant : undefined,
    },
    failure: problem === undefined ? undefined : unreadable(problem),
  };
}

/** A received row: the webhook to process, or the reason why it becomes a dead letter. */
export interface ReceivedRow {
  readonly webhook: QueuedWebhook;
  readonly failure: QueueFailure | undefined;
}

/** Reads a row that was leased. */
export function toReceivedRow(row: Row): ReceivedRow {
  const { webhook, failure } = readRow(row);
  return { webhook: { ...webhook, token: String(row['lease']) }, failure };
}

/** Reads the row of a dead letter. */
export const toDeadLetter = (row: Row): DeadLetter => ({
  ...readRow(row).webhook,
  ...parseFailure(String(row['error'])),
  deadLetteredAt: Number(row['dead_lettered_at']),
});

/** Returns the lanes of a row, or none if they are damaged. */
export function readLanes(row: Row): readonly string[] {
  const lanes = parseJson(String(row['lanes']));
  return Array.isArray(lanes) ? lanes.filter((lane) => typeof lane === 'string') : [];
}
