import { getCommerceSettings } from './get-commerce-settings.ts';
import { getComplianceInfo } from './get-compliance-info.ts';
import { updateCommerceSettings } from './update-commerce-settings.ts';
import { updateComplianceInfo } from './update-compliance-info.ts';

/** Shows the catalogue and cart, and the compliance information that India asks for. */
export const commerceOperations = {
  getSettings: getCommerceSettings,
  updateSettings: updateCommerceSettings,
  getComplianceInfo,
  updateComplianceInfo,
};
