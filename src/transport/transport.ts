/** What an operation needs, in one place: the interface of the transport and the helpers to declare a call with. */
export { bind, type Bound } from './bind.ts';
export { bytesBody, formBody, jsonBody, multipartBody, streamBody } from './body.ts';
export { graphPath, getPhoneNumberId, getWabaId } from './graph-path.ts';
export { paginate, type Page } from './paginate.ts';
export { parseResponse, parseSuccess, type ResponseSchema } from './parse-response.ts';
export { toEpochMs, toEpochSeconds } from './time.ts';
export { toSnakeCaseKeys } from './snake-case.ts';
export type {
  Authorization,
  ClientConfig,
  CallOptions,
  Transport,
  Client,
  Idempotency,
  Query,
  RequestBody,
  ApiResponse,
  Endpoint,
  Engine,
  EngineRequest,
  EngineResponse,
  Host,
} from './interface.ts';
