export {
  blockUsers,
  type BlockedUserResult,
  type FailedUserResult,
  type BlockUsersParams,
  type BlockUsersResult,
} from './block-users.ts';
export { listBlockedUsers, type BlockedUser } from './list-blocked-users.ts';
export { unblockUsers, type UnblockUsersParams, type UnblockUsersResult } from './unblock-users.ts';
export type { BlockUser } from '../../schemas/blocked-user.ts';
