import { bind, type Bound, type Client } from '../transport/transport.ts';
import { archiveTemplates } from './operations/archive-templates.ts';
import { compareTemplates } from './operations/compare-templates.ts';
import { createTemplate } from './operations/create-template.ts';
import { createTemplateFromLibrary } from './operations/create-template-from-library.ts';
import { createTemplateGroup } from './operations/create-template-group.ts';
import { deleteTemplate } from './operations/delete-template.ts';
import { deleteTemplateGroup } from './operations/delete-template-group.ts';
import { deleteTemplates } from './operations/delete-templates.ts';
import { editTemplate } from './operations/edit-template.ts';
import { enableTemplateAnalytics } from './operations/enable-template-analytics.ts';
import { getTemplate } from './operations/get-template.ts';
import { getTemplateAnalytics } from './operations/get-template-analytics.ts';
import { getTemplateGroup } from './operations/get-template-group.ts';
import { getTemplateGroupAnalytics } from './operations/get-template-group-analytics.ts';
import { listLibraryTemplates } from './operations/list-library-templates.ts';
import { listTemplateGroups } from './operations/list-template-groups.ts';
import { listTemplates } from './operations/list-templates.ts';
import { migrateTemplates } from './operations/migrate-templates.ts';
import { previewTemplates } from './operations/preview-templates.ts';
import { unarchiveTemplates } from './operations/unarchive-templates.ts';
import { unpauseTemplate } from './operations/unpause-template.ts';
import { updateTemplateGroup } from './operations/update-template-group.ts';
import { upsertAuthenticationTemplates } from './operations/upsert-authentication-templates.ts';
import { applyPlan } from './sync/apply-plan.ts';
import { pullTemplates } from './sync/pull-templates.ts';

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
