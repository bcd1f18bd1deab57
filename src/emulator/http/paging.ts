import type { Call } from './call.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toText, type JsonObject } from '../kernel/json.ts';

const encode = (index: number): string => btoa(`wabakit:${index}`);

function decode(cursor: string): number {
  try {
    const [, index] = /^wabakit:(\d+)$/.exec(atob(cursor)) ?? [];
    if (index !== undefined) return Number(index);
  } catch {
    // Falls through: text that is not base64 is not a cursor either.
  }
  throw new GraphError(131059, { details: 'Invalid cursor: restart pagination without before and after' });
}

/** The names that `fields` asks for; `undefined` when it asks for none. Sub-fields and field calls count by their first name. */
export function wantedFields(call: Call): readonly string[] | undefined {
  const fields = toText(call.fields['fields']);
  return fields
    ?.replace(/\{[^}]*\}|\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim().split('.')[0] ?? '')
    .filter((name) => name !== '');
}

/** Leaves only the fields that were asked for; `id` is always there. */
export function select(call: Call, node: JsonObject, byDefault?: readonly string[]): JsonObject {
  const wanted = wantedFields(call) ?? byDefault;
  if (wanted === undefined) return node;
  return Object.fromEntries(Object.entries(node).filter(([name]) => name === 'id' || wanted.includes(name)));
}

/** One page of a list, with the cursors that the Graph API gives. */
export function paged(call: Call, items: readonly JsonObject[], usual = 25): JsonObject {
  const limit = Math.max(1, Number(toText(call.fields['limit']) ?? usual));
  const [before, after] = [toText(call.fields['before']), toText(call.fields['after'])];
  const end = before === undefined ? undefined : decode(before);
  const from = end === undefined ? (after === undefined ? 0 : decode(after) + 1) : Math.max(0, end - limit);
  const data = items.slice(from, Math.min(from + limit, end ?? Infinity));
  if (data.length === 0) return { data };
  const last = from + data.length - 1;
  const next = new URL(call.url);
  next.searchParams.set('after', encode(last));
  return {
    data,
    paging: {
      cursors: { before: encode(from), after: encode(last) },
      ...(last + 1 < items.length ? { next: next.href } : {}),
    },
  };
}
