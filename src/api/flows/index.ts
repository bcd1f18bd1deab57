export { createFlow, type CreateFlowParams, type CreateFlowResult } from './create-flow.ts';
export { deleteFlow } from './delete-flow.ts';
export { deprecateFlow } from './deprecate-flow.ts';
export type { FlowCategory, FlowValidationError, Flow, FlowField } from './flow.ts';
export {
  getFlowMetric,
  type FlowMetricName,
  type GetFlowMetricParams,
  type FlowMetric,
} from './get-flow-metric.ts';
export { getFlow, type GetFlowParams } from './get-flow.ts';
export { listFlowAssets, type FlowAsset } from './list-flow-assets.ts';
export { listFlows } from './list-flows.ts';
export { migrateFlows, type MigrateFlowsParams, type MigrateFlowsResult } from './migrate-flows.ts';
export { publishFlow, type FlowTarget } from './publish-flow.ts';
export { updateFlow, type UpdateFlowParams } from './update-flow.ts';
export { uploadFlowJson, type UploadFlowJsonParams, type UploadFlowJsonResult } from './upload-flow-json.ts';
