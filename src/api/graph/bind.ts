import type { CallOptions, Client } from '../../transport/transport.ts';
import { graphDelete } from './graph-delete.ts';
import type { GraphParams } from './graph-endpoint.ts';
import { graphGet } from './graph-get.ts';
import { graphList } from './graph-list.ts';
import { graphPost, type GraphPostParams } from './graph-post.ts';

/** The raw door: anything of the Graph API that has no operation. The caller says what a reply is. */
export interface BoundGraph {
  /** Reads. See {@link graphGet}. */
  get<T = unknown>(path: string, params?: GraphParams, options?: CallOptions): Promise<T>;
  /** Walks through a list. See {@link graphList}. */
  list<T = unknown>(
    path: string,
    params?: GraphParams,
    options?: CallOptions,
  ): AsyncGenerator<T, void, undefined>;
  /** Posts. See {@link graphPost}. */
  post<T = unknown>(path: string, params?: GraphPostParams, options?: CallOptions): Promise<T>;
  /** Deletes. See {@link graphDelete}. */
  delete<T = unknown>(path: string, params?: GraphParams, options?: CallOptions): Promise<T>;
}

/** Gives the raw door its client. */
export const bindGraph = (client: Client): BoundGraph => ({
  get: (...rest) => graphGet(client, ...rest),
  list: (...rest) => graphList(client, ...rest),
  post: (...rest) => graphPost(client, ...rest),
  delete: (...rest) => graphDelete(client, ...rest),
});
