import { docsRoot } from '../shared/meta.ts';
import { getErrorCodeTable, getSubcodeTable } from './code-table.ts';
import type { ErrorCodeKind, ErrorCodeRow, RetryAdvice, SubcodeRow } from './code-types.ts';

/** What an error code means, and what to do about it. */
export interface ErrorCodeInfo {
  /** The code, as it stands in `error.code` or `errors[].code`. */
  readonly code: number;
  /** The subcode that kind, title and hint belong to; `undefined` if they belong to the code. */
  readonly subcode?: number | undefined;
  /** The area of the platform that it belongs to. */
  readonly kind: ErrorCodeKind;
  /** Whether the same call may be made again: `now`, `later` once the stated wait is over, or `never` unless the call changes. */
  readonly retry: RetryAdvice;
  /** Meta's title, shortened. Never compare titles: Meta translates and changes them. */
  readonly title: string;
  /** What to do about it. */
  readonly hint: string;
  /** The address of Meta's page about it. */
  readonly docs: string;
  /** The HTTP status it comes with, or the only other place where it is seen: webhooks, or `health_status`. */
  readonly seen: number | 'webhook' | 'health';
}

const subcodePage = 'https://developers.facebook.com/docs/graph-api/guides/error-handling';
const pageByKind: Partial<Record<ErrorCodeKind, string>> = {
  block: 'block-users',
  call: 'calling/troubleshooting',
  flow: 'flows/reference/error-codes',
  group: 'groups/error-codes',
};

// Made when the first code is asked for: loading this module costs nothing then.
let errorCodes: readonly ErrorCodeRow[] | undefined;
let subcodes: readonly SubcodeRow[] | undefined;
let byCode: Map<number, ErrorCodeRow> | undefined;

function findRow(code: number): ErrorCodeRow | undefined {
  if (typeof code !== 'number') return undefined;
  errorCodes ??= getErrorCodeTable();
  byCode ??= new Map(
    errorCodes.flatMap((row) => (typeof row[0] === 'number' ? [[row[0], row] as const] : [])),
  );
  return (
    byCode.get(code) ??
    errorCodes.find((row) => typeof row[0] !== 'number' && code >= row[0][0] && code <= row[0][1])
  );
}

/** Subcodes from here on mean the same under every code, and have rows in the table of codes. */
const firstUniqueSubcode = 1_000_000;

function findSubcodeRow(code: number, subcode: number): ErrorCodeRow | undefined {
  if (typeof subcode !== 'number') return undefined;
  if (subcode >= firstUniqueSubcode) return findRow(subcode);
  subcodes ??= getSubcodeTable();
  const row = subcodes.find(([codes, known]) => known === subcode && codes.includes(code));
  if (row === undefined) return undefined;
  const [, , kind, title, hint] = row;
  return [subcode, findRow(code)?.[1] ?? 400, kind, 'never', title, hint];
}

/**
 * Returns what an error code means and what to do about it; `undefined` for a code that Meta has not documented.
 *
 * Source: Meta, "Error codes" (general, groups, calling, Flows, block users, marketing messages) and "Handling errors" of the Graph API.
 *
 * @param code The code in `error.code` or `errors[].code`.
 * @param subcode The `error_subcode`, if there is one. Its own explanation is used if it has one, else that of the code.
 *
 * @example
 * describeErrorCode(131047)?.hint; // 'The customer service window is closed: … Send a template instead. …'
 * describeErrorCode(190, 463)?.title; // 'Token expired'
 */
export function describeErrorCode(code: number, subcode?: number): ErrorCodeInfo | undefined {
  const specific = subcode === undefined ? undefined : findSubcodeRow(code, subcode);
  const row = specific ?? findRow(code);
  if (row === undefined) return undefined;
  const [, seen, kind, retry, title, hint] = row;
  return {
    code,
    ...(specific === undefined ? {} : { subcode }),
    kind,
    retry,
    title,
    hint,
    seen,
    docs:
      specific !== undefined && Number(subcode) < firstUniqueSubcode
        ? subcodePage
        : `${docsRoot}/${pageByKind[kind] ?? 'support/error-codes'}`,
  };
}
