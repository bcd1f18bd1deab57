import { applyForOfficialAccount } from './apply-for-official-account.ts';
import { getOfficialAccountReview } from './get-official-account-review.ts';
import { getOfficialAccount } from './get-official-account.ts';

/** Reads and asks for the badge beside the name. */
export const officialAccountOperations = {
  get: getOfficialAccount,
  getReview: getOfficialAccountReview,
  apply: applyForOfficialAccount,
};
