export { createFlowEndpoint } from './endpoint/create-flow-endpoint.ts';
export type {
  FlowContext,
  FlowEndpoint,
  FlowEndpointOptions,
  FlowHandler,
  FlowHandlers,
  FlowSecret,
} from './endpoint/flow-endpoint-options.ts';
export { decryptFlowMedia, type FlowMedia, type FlowMediaEncryption } from './endpoint/decrypt-flow-media.ts';
export {
  completeFlow,
  expireFlowToken,
  type ExpiredFlowToken,
  type FlowAnswer,
  type FlowBack,
  type FlowData,
  type FlowDataExchange,
  type FlowErrorNotice,
  type FlowExchange,
  type FlowInit,
  type FlowPing,
  type FlowScreen,
} from './endpoint/flow-exchange.ts';
export {
  verifyFlowTokenSignature,
  type VerifyFlowTokenSignatureParams,
} from './endpoint/verify-flow-token-signature.ts';
export { validateFlowJson } from './json/validate-flow-json.ts';
export type { FlowJsonIssue } from './json/flow-json-issue.ts';
export type { FlowJsonCode } from './json/rules.ts';
