import { assignUser } from './assign-user.ts';
import { listAssignedUsers } from './list-assigned-users.ts';
import { listAssignedWabas } from './list-assigned-wabas.ts';
import { unassignUser } from './unassign-user.ts';

/** Manages who may work with an account. */
export const accountUserOperations = {
  listAssignedUsers,
  assignUser,
  unassignUser,
  listAssignedWabas,
};
