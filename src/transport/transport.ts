/** What an operation needs, in one place: the interface of the transport and the helpers to declare a call with. */
export { bind, type Bound } from './bind.ts';
export { bytesBody, formBody, jsonBody, multipartBody, streamBody } from './body.ts';
export { path, phoneNumberIdOf, wabaIdOf } from './endpoint.ts';
export { paginate, type Page } from './paginate.ts';
export { shaped, succeeded, type Shape } from './shape.ts';
export type {
  ClientConfig,
  CallOptions,
  Transport,
  Client,
  CallClass,
  Query,
  RequestBody,
  Reply,
  Endpoint,
} from './interface.ts';
