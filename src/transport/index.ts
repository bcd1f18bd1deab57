/**
 * The transport and what an operation is made of: to add operations, hosts and engines of your own.
 *
 * @module
 */
export { appSecretProof } from './app-secret-proof.ts';
export type { AttemptReport } from './http.ts';
export type { Outcome } from './outcome.ts';
export type { RetryOptions } from './retry.ts';
export {
  bind,
  bytesBody,
  formBody,
  jsonBody,
  multipartBody,
  paginate,
  graphPath,
  getPhoneNumberId,
  parseResponse,
  streamBody,
  parseSuccess,
  getWabaId,
  type Bound,
  type Idempotency,
  type CallOptions,
  type Client,
  type ClientConfig,
  type Endpoint,
  type Page,
  type Query,
  type ApiResponse,
  type RequestBody,
  type ResponseSchema,
  type Transport,
} from './transport.ts';
