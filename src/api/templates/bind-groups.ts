import { createTemplateGroup } from './create-template-group.ts';
import { deleteTemplateGroup } from './delete-template-group.ts';
import { enableTemplateAnalytics } from './enable-template-analytics.ts';
import { getTemplateAnalytics } from './get-template-analytics.ts';
import { getTemplateGroup } from './get-template-group.ts';
import { getTemplateGroupAnalytics } from './get-template-group-analytics.ts';
import { listTemplateGroups } from './list-template-groups.ts';
import { updateTemplateGroup } from './update-template-group.ts';

/** Groups templates, and measures templates and groups. */
export const templateGroupOperations = {
  createGroup: createTemplateGroup,
  listGroups: listTemplateGroups,
  getGroup: getTemplateGroup,
  updateGroup: updateTemplateGroup,
  deleteGroup: deleteTemplateGroup,
  getAnalytics: getTemplateAnalytics,
  getGroupAnalytics: getTemplateGroupAnalytics,
  enableAnalytics: enableTemplateAnalytics,
};
