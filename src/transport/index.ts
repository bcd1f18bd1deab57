/**
 * The transport and what an operation is made of: to add operations, hosts and engines of your own.
 *
 * @module
 */
export { appSecretProof } from './app-secret-proof.ts';
export { fetchEngine, type FetchEngineOptions } from './engines/fetch.ts';
export { kyEngine, type KyEngineOptions } from './engines/ky.ts';
export type { NodeAgent, NodeEngineOptions } from './engines/node-agent.ts';
export { nodeEngine } from './engines/node-engine.ts';
export { cloudApi, type CloudApiOptions } from './hosts/cloud-api.ts';
export { http } from './http.ts';
export type { AttemptReport, HttpOptions } from './http-over.ts';
export type { Outcome } from './outcome.ts';
export type { LimitScope } from './throttles.ts';
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
  type Authorization,
  type Bound,
  type Idempotency,
  type CallOptions,
  type Client,
  type ClientConfig,
  type Endpoint,
  type Engine,
  type EngineRequest,
  type EngineResponse,
  type Host,
  type Page,
  type Query,
  type ApiResponse,
  type RequestBody,
  type ResponseSchema,
  type Transport,
} from './transport.ts';
