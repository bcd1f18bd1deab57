import { applyPlan } from './apply-plan.ts';
import { archiveTemplates } from './archive-templates.ts';
import { compareTemplates } from './compare-templates.ts';
import { createTemplate } from './create-template.ts';
import { createTemplateFromLibrary } from './create-template-from-library.ts';
import { deleteTemplate } from './delete-template.ts';
import { deleteTemplates } from './delete-templates.ts';
import { editTemplate } from './edit-template.ts';
import { getTemplate } from './get-template.ts';
import { listLibraryTemplates } from './list-library-templates.ts';
import { listTemplates } from './list-templates.ts';
import { migrateTemplates } from './migrate-templates.ts';
import { previewTemplates } from './preview-templates.ts';
import { pullTemplates } from './pull-templates.ts';
import { setTemplateOptimization } from './set-template-optimization.ts';
import { unarchiveTemplates } from './unarchive-templates.ts';
import { unpauseTemplate } from './unpause-template.ts';
import { upsertAuthenticationTemplates } from './upsert-authentication-templates.ts';

/** Creates, lists, changes and syncs message templates. */
export const templateOperations = {
  create: createTemplate,
  edit: editTemplate,
  setOptimization: setTemplateOptimization,
  get: getTemplate,
  list: listTemplates,
  delete: deleteTemplate,
  deleteMany: deleteTemplates,
  listLibrary: listLibraryTemplates,
  createFromLibrary: createTemplateFromLibrary,
  preview: previewTemplates,
  upsertAuthentication: upsertAuthenticationTemplates,
  compare: compareTemplates,
  unpause: unpauseTemplate,
  archive: archiveTemplates,
  unarchive: unarchiveTemplates,
  migrate: migrateTemplates,
  apply: applyPlan,
  pull: pullTemplates,
};
