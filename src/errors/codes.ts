import { errorCodeTable } from './code-table.ts';
import type { ErrorCodeKind, ErrorCodeRow, RetryAdvice } from './code-types.ts';

/** What is known of one error code. */
export interface ErrorCodeInfo {
  /** The code, as it stands in `error.code` or `errors[].code`. */
  readonly code: number;
  /** What area it belongs to. */
  readonly kind: ErrorCodeKind;
  /** Whether the same call may be made again. */
  readonly retry: RetryAdvice;
  /** Meta's title in short. Meta translates and changes titles: never compare them. */
  readonly title: string;
  /** What to do about it. */
  readonly hint: string;
  /** Meta's page for it. */
  readonly docs: string;
  /** The HTTP status it comes with, or where else it is seen: only in webhooks, or only inside `health_status`. */
  readonly seen: number | 'webhook' | 'health';
}

const docsBase = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';
const pageByKind: Partial<Record<ErrorCodeKind, string>> = {
  block: 'block-users',
  call: 'calling/troubleshooting',
  flow: 'flows/reference/error-codes',
  group: 'groups/error-codes',
};

let byCode: Map<number, ErrorCodeRow> | undefined;

function findRow(code: number): ErrorCodeRow | undefined {
  byCode ??= new Map(
    errorCodeTable.flatMap((row) => (typeof row[0] === 'number' ? [[row[0], row] as const] : [])),
  );
  return (
    byCode.get(code) ??
    errorCodeTable.find((row) => typeof row[0] !== 'number' && code >= row[0][0] && code <= row[0][1])
  );
}

/**
 * Tells what an error code means and what to do about it; `undefined` for a code that Meta has not documented.
 *
 * Source: Meta, "Error codes" (general, groups, calling, Flows, block users, marketing messages).
 *
 * @example
 * describeErrorCode(131047)?.hint; // 'Customer service window closed: send a template. …'
 */
export function describeErrorCode(code: number): ErrorCodeInfo | undefined {
  const row = findRow(code);
  if (row === undefined) return undefined;
  const [, seen, kind, retry, title, hint] = row;
  return {
    code,
    kind,
    retry,
    title,
    hint,
    seen,
    docs: `${docsBase}/${pageByKind[kind] ?? 'support/error-codes'}`,
  };
}
