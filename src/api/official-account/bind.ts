import { applyForOfficialAccount } from './apply-for-official-account.ts';
import { getOfficialAccountReview } from './get-official-account-review.ts';
import { getOfficialAccount } from './get-official-account.ts';

/** Reads and requests the badge next to the name. */
export const officialAccountOperations = {
  get: getOfficialAccount,
  getReview: getOfficialAccountReview,
  apply: applyForOfficialAccount,
};
