import { graphOperations } from '../api/graph/bind.ts';
import type { Client } from '../transport/interface.ts';
import type { GraphOperations } from './operations/graph.ts';

/** Gives the raw API its client. One by one, because `bind` cannot keep the type parameter that says what a reply is. */
export const bindGraph = (client: Client): GraphOperations => ({
  get: (...rest) => graphOperations.get(client, ...rest),
  list: (...rest) => graphOperations.list(client, ...rest),
  post: (...rest) => graphOperations.post(client, ...rest),
  delete: (...rest) => graphOperations.delete(client, ...rest),
});
