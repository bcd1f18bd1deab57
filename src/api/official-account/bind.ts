import { applyForOfficialAccount } from './apply-for-official-account.ts';
import { getOfficialAccountReview } from './get-official-account-review.ts';
import { getOfficialAccount } from './get-official-account.ts';

/** Reads the status of the official business account, and applies for it. */
export const officialAccountOperations = {
  get: getOfficialAccount,
  getReview: getOfficialAccountReview,
  apply: applyForOfficialAccount,
};
