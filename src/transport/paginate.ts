import type { CallOptions, Client, Endpoint } from './interface.ts';

/** One page of a list. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly paging?:
    | {
        readonly cursors?:
          { readonly before?: string | undefined; readonly after?: string | undefined } | undefined;
        /** Missing on the last page. */
        readonly next?: string | undefined;
      }
    | undefined;
}

/**
 * Walks through every item of a list, page by page, asking for the next page only when it is needed.
 * A cursor is dropped by Meta after a while: error 131059 then says to start the list again.
 *
 * @example
 * for await (const item of paginate(client, (after) => ({ ...endpoint, query: { after } }))) use(item);
 */
export async function* paginate<T>(
  client: Client,
  pageAfter: (after: string | undefined) => Endpoint<Page<T>>,
  options?: CallOptions,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string | undefined>();
  let after: string | undefined;
  do {
    seen.add(after);
    const page = await client.request(pageAfter(after), options);
    yield* page.data;
    const next = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    // A cursor that comes again would lead round in a circle.
    after = seen.has(next) ? undefined : next;
  } while (after !== undefined);
}
