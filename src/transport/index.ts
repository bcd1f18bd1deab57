/**
 * The transport and what an operation is made of: to add operations, hosts and engines of your own.
 *
 * @module
 */
export { appSecretProof } from './app-secret-proof.ts';
export type { TryReport } from './http.ts';
export type { Outcome } from './outcome.ts';
export type { RetryOptions } from './retry.ts';
export {
  bind,
  bytesBody,
  formBody,
  jsonBody,
  multipartBody,
  paginate,
  path,
  phoneNumberIdOf,
  shaped,
  streamBody,
  succeeded,
  wabaIdOf,
  type Bound,
  type CallClass,
  type CallOptions,
  type Client,
  type ClientConfig,
  type Endpoint,
  type Page,
  type Query,
  type Reply,
  type RequestBody,
  type Shape,
  type Transport,
} from './transport.ts';
