import { getBusinessProfile } from './get-business-profile.ts';
import { getProfileNode } from './get-profile-node.ts';
import { updateBusinessProfile } from './update-business-profile.ts';
import { updateProfileNode } from './update-profile-node.ts';

/** Reads and changes what customers read about the business. */
export const businessProfileOperations = {
  get: getBusinessProfile,
  update: updateBusinessProfile,
  getNode: getProfileNode,
  updateNode: updateProfileNode,
};
