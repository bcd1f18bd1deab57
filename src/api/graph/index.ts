export { graphDelete } from './graph-delete.ts';
export type { GraphParams } from './graph-endpoint.ts';
export { graphGet } from './graph-get.ts';
export { graphList } from './graph-list.ts';
export { graphPost, type GraphPostParams } from './graph-post.ts';
