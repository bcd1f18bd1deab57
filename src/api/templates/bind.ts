import { bind, type Bound, type Client } from '../../transport/transport.ts';
import { archiveTemplates } from './archive-templates.ts';
import { compareTemplates } from './compare-templates.ts';
import { createTemplate } from './create-template.ts';
import { createTemplateFromLibrary } from './create-template-from-library.ts';
import { createTemplateGroup } from './create-template-group.ts';
import { deleteTemplate } from './delete-template.ts';
import { deleteTemplateGroup } from './delete-template-group.ts';
import { deleteTemplates } from './delete-templates.ts';
import { editTemplate } from './edit-template.ts';
import { enableTemplateAnalytics } from './enable-template-analytics.ts';
import { getTemplate } from './get-template.ts';
import { getTemplateAnalytics } from './get-template-analytics.ts';
import { getTemplateGroup } from './get-template-group.ts';
import { getTemplateGroupAnalytics } from './get-template-group-analytics.ts';
import { listLibraryTemplates } from './list-library-templates.ts';
import { listTemplateGroups } from './list-template-groups.ts';
import { listTemplates } from './list-templates.ts';
import { migrateTemplates } from './migrate-templates.ts';
import { previewTemplates } from './preview-templates.ts';
import { unarchiveTemplates } from './unarchive-templates.ts';
import { unpauseTemplate } from './unpause-template.ts';
import { updateTemplateGroup } from './update-template-group.ts';
import { upsertAuthenticationTemplates } from './upsert-authentication-templates.ts';
import { applyPlan } from './apply-plan.ts';
import { pullTemplates } from './pull-templates.ts';

const operations = {
  create: createTemplate,
  edit: editTemplate,
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
  createGroup: createTemplateGroup,
  listGroups: listTemplateGroups,
  getGroup: getTemplateGroup,
  updateGroup: updateTemplateGroup,
  deleteGroup: deleteTemplateGroup,
  getAnalytics: getTemplateAnalytics,
  getGroupAnalytics: getTemplateGroupAnalytics,
  enableAnalytics: enableTemplateAnalytics,
  apply: applyPlan,
  pull: pullTemplates,
};

/** The template operations as they look on a client. */
export type BoundTemplates = Bound<typeof operations>;

/** Gives the template operations their client: `templates.create(…)`, `templates.list()` … */
export const bindTemplates = (client: Client): BoundTemplates => bind(client, operations);
