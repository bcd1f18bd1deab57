import { graphDelete } from './graph-delete.ts';
import { graphGet } from './graph-get.ts';
import { graphList } from './graph-list.ts';
import { graphPost } from './graph-post.ts';

/** Calls any path of the Graph API that has no operation; the caller says what a reply is. */
export const graphOperations = {
  get: graphGet,
  list: graphList,
  post: graphPost,
  delete: graphDelete,
};
