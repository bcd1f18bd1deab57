export { applyForOfficialAccount, type ApplyForOfficialAccountParams } from './apply-for-official-account.ts';
export { getOfficialAccountReview } from './get-official-account-review.ts';
export { getOfficialAccount, type OfficialAccount } from './get-official-account.ts';
export type { OfficialAccountApplication } from '../../schemas/official-account-application.ts';
