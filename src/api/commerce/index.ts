export { getCommerceSettings, type CommerceSettings } from './get-commerce-settings.ts';
export { getComplianceInfo, type ComplianceInfo } from './get-compliance-info.ts';
export { updateCommerceSettings, type UpdateCommerceSettingsParams } from './update-commerce-settings.ts';
export { updateComplianceInfo, type UpdateComplianceInfoParams } from './update-compliance-info.ts';
export type { ComplianceContact, ComplianceInfoUpdate } from '../../schemas/compliance-info.ts';
