import { getCommerceSettings } from './get-commerce-settings.ts';
import { getComplianceInfo } from './get-compliance-info.ts';
import { updateCommerceSettings } from './update-commerce-settings.ts';
import { updateComplianceInfo } from './update-compliance-info.ts';

/** Reads and changes the settings of catalogue and cart, and the compliance information that India requires. */
export const commerceOperations = {
  getSettings: getCommerceSettings,
  updateSettings: updateCommerceSettings,
  getComplianceInfo,
  updateComplianceInfo,
};
