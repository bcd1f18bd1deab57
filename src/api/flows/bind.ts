import { createFlow } from './create-flow.ts';
import { deleteFlow } from './delete-flow.ts';
import { deprecateFlow } from './deprecate-flow.ts';
import { getFlowMetric } from './get-flow-metric.ts';
import { getFlow } from './get-flow.ts';
import { listFlowAssets } from './list-flow-assets.ts';
import { listFlows } from './list-flows.ts';
import { migrateFlows } from './migrate-flows.ts';
import { publishFlow } from './publish-flow.ts';
import { updateFlow } from './update-flow.ts';
import { uploadFlowJson } from './upload-flow-json.ts';

/** Creates, publishes and measures Flows. */
export const flowOperations = {
  list: listFlows,
  create: createFlow,
  get: getFlow,
  getMetric: getFlowMetric,
  update: updateFlow,
  uploadJson: uploadFlowJson,
  listAssets: listFlowAssets,
  publish: publishFlow,
  deprecate: deprecateFlow,
  delete: deleteFlow,
  migrate: migrateFlows,
};
