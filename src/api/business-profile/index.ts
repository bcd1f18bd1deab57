export {
  getBusinessProfile,
  type BusinessProfileField,
  type BusinessProfile,
  type GetBusinessProfileParams,
} from './get-business-profile.ts';
export { getProfileNode, type GetProfileNodeParams, type ProfileNode } from './get-profile-node.ts';
export { updateBusinessProfile, type UpdateBusinessProfileParams } from './update-business-profile.ts';
export { updateProfileNode, type UpdateProfileNodeParams } from './update-profile-node.ts';
export {
  profileVerticals,
  type BusinessProfileUpdate,
  type ProfileVertical,
} from '../../schemas/business-profile.ts';
