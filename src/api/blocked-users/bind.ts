import { blockUsers } from './block-users.ts';
import { listBlockedUsers } from './list-blocked-users.ts';
import { unblockUsers } from './unblock-users.ts';

/** Blocks and unblocks users. */
export const blockedUserOperations = {
  list: listBlockedUsers,
  block: blockUsers,
  unblock: unblockUsers,
};
