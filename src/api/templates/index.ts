export { archiveTemplates, type ArchiveTemplatesResult } from './archive-templates.ts';
export {
  compareTemplates,
  type CompareTemplatesParams,
  type TemplateComparison,
} from './compare-templates.ts';
export {
  createTemplateFromLibrary,
  type LibraryButtonInput,
  type LibraryBodyInputs,
  type CreateTemplateFromLibraryParams,
} from './create-template-from-library.ts';
export { createTemplateGroup, type CreateTemplateGroupParams } from './create-template-group.ts';
export { createTemplate } from './create-template.ts';
export { deleteTemplateGroup } from './delete-template-group.ts';
export { deleteTemplate, type DeleteTemplateParams } from './delete-template.ts';
export { deleteTemplates, type TemplateIdsParams } from './delete-templates.ts';
export { editTemplate, type EditTemplateParams } from './edit-template.ts';
export { enableTemplateAnalytics } from './enable-template-analytics.ts';
export { getTemplateAnalytics, type GetTemplateAnalyticsParams } from './get-template-analytics.ts';
export {
  getTemplateGroupAnalytics,
  type GetTemplateGroupAnalyticsParams,
} from './get-template-group-analytics.ts';
export { getTemplateGroup } from './get-template-group.ts';
export { getTemplate, type TemplateTarget } from './get-template.ts';
export {
  listLibraryTemplates,
  type ListLibraryTemplatesParams,
  type LibraryTemplate,
} from './list-library-templates.ts';
export { listTemplateGroups } from './list-template-groups.ts';
export { listTemplates, type ListTemplatesParams } from './list-templates.ts';
export {
  migrateTemplates,
  type MigrateTemplatesParams,
  type MigrateTemplatesResult,
} from './migrate-templates.ts';
export { previewTemplates, type PreviewTemplatesParams, type TemplatePreview } from './preview-templates.ts';
export type {
  TemplateMetric,
  AnalyticsDays,
  TemplateAnalyticsQuery,
  TemplateDataPoint,
  TemplateAnalytics,
} from './template-analytics.ts';
export type { TemplateGroupTarget, TemplateGroup } from './template-group.ts';
export type { TemplateStatus, Template, CreatedTemplate } from '../../templates/template.ts';
export { setTemplateOptimization, type SetTemplateOptimizationParams } from './set-template-optimization.ts';
export { unarchiveTemplates, type UnarchiveTemplatesResult } from './unarchive-templates.ts';
export { unpauseTemplate, type UnpauseTemplateResult } from './unpause-template.ts';
export { updateTemplateGroup, type UpdateTemplateGroupParams } from './update-template-group.ts';
export {
  upsertAuthenticationTemplates,
  type UpsertAuthenticationTemplatesParams,
  type UpsertedTemplate,
} from './upsert-authentication-templates.ts';
export { applyPlan, type AppliedPlan, type AppliedStep, type ApplyPlanOptions } from './apply-plan.ts';
export { pullTemplates } from './pull-templates.ts';
