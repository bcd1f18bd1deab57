import { getConversationAnalytics } from './analytics/get-conversation-analytics.ts';
import { getMessageAnalytics } from './analytics/get-message-analytics.ts';
import { getPricingAnalytics } from './analytics/get-pricing-analytics.ts';
import { createSchedule } from './create-schedule.ts';
import { getHealthStatus } from './get-health-status.ts';
import { getWaba } from './get-waba.ts';
import { listActivities } from './list-activities.ts';
import { listSchedules } from './list-schedules.ts';
import { addPortfolioNumber } from './onboarding/add-portfolio-number.ts';
import { debugToken } from './onboarding/debug-token.ts';
import { exchangeCode } from './onboarding/exchange-code.ts';
import { getBusinessPortfolio } from './portfolio/get-business-portfolio.ts';
import { getParentBsuidAccounts } from './portfolio/get-parent-bsuid-accounts.ts';
import { listClientWabas } from './portfolio/list-client-wabas.ts';
import { listConnectedBusinesses } from './portfolio/list-connected-businesses.ts';
import { listExtendedCredits } from './portfolio/list-extended-credits.ts';
import { listOwnedWabas } from './portfolio/list-owned-wabas.ts';
import { onboardMarketingMessages } from './portfolio/onboard-marketing-messages.ts';
import { deletePreverifiedNumber } from './preverified/delete-preverified-number.ts';
import { getPreverifiedNumber } from './preverified/get-preverified-number.ts';
import { listPreverifiedNumbers } from './preverified/list-preverified-numbers.ts';
import { listPreverifiedPartners } from './preverified/list-preverified-partners.ts';
import { requestPreverifiedCode } from './preverified/request-preverified-code.ts';
import { sharePreverifiedNumber } from './preverified/share-preverified-number.ts';
import { unsharePreverifiedNumber } from './preverified/unshare-preverified-number.ts';
import { verifyPreverifiedCode } from './preverified/verify-preverified-code.ts';
import { createDataset } from './promotion/create-dataset.ts';
import { createSignup } from './promotion/create-signup.ts';
import { deleteWelcomeSequence } from './promotion/delete-welcome-sequence.ts';
import { getDataset } from './promotion/get-dataset.ts';
import { getSignup } from './promotion/get-signup.ts';
import { listSignups } from './promotion/list-signups.ts';
import { listWelcomeSequences } from './promotion/list-welcome-sequences.ts';
import { saveWelcomeSequence } from './promotion/save-welcome-sequence.ts';
import { updateSignup } from './promotion/update-signup.ts';
import { getSolution } from './solutions/get-solution.ts';
import { listAppSolutions } from './solutions/list-app-solutions.ts';
import { listSolutions } from './solutions/list-solutions.ts';
import { createAppSubscription } from './subscriptions/create-app-subscription.ts';
import { deleteAppSubscription } from './subscriptions/delete-app-subscription.ts';
import { listAppSubscriptions } from './subscriptions/list-app-subscriptions.ts';
import { listSubscribedApps } from './subscriptions/list-subscribed-apps.ts';
import { subscribeApp } from './subscriptions/subscribe-app.ts';
import { unsubscribeApp } from './subscriptions/unsubscribe-app.ts';
import { updateWaba } from './update-waba.ts';
import { assignUser } from './users/assign-user.ts';
import { listAssignedUsers } from './users/list-assigned-users.ts';
import { listAssignedWabas } from './users/list-assigned-wabas.ts';
import { unassignUser } from './users/unassign-user.ts';

/** Reads and sets up the account: webhooks, health, numbers about it, users, portfolio, partners. */
export const accountOperations = {
  get: getWaba,
  update: updateWaba,
  getHealthStatus,
  listSubscribedApps,
  subscribeApp,
  unsubscribeApp,
  createAppSubscription,
  listAppSubscriptions,
  deleteAppSubscription,
  getMessageAnalytics,
  getConversationAnalytics,
  getPricingAnalytics,
  listActivities,
  listSchedules,
  createSchedule,
  listAssignedUsers,
  assignUser,
  unassignUser,
  listAssignedWabas,
  getPortfolio: getBusinessPortfolio,
  listOwnedWabas,
  listClientWabas,
  listExtendedCredits,
  listConnectedBusinesses,
  getParentBsuidAccounts,
  onboardMarketingMessages,
  exchangeCode,
  debugToken,
  addPortfolioNumber,
  listPreverifiedNumbers,
  getPreverifiedNumber,
  deletePreverifiedNumber,
  listPreverifiedPartners,
  requestPreverifiedCode,
  verifyPreverifiedCode,
  sharePreverifiedNumber,
  unsharePreverifiedNumber,
  listWelcomeSequences,
  saveWelcomeSequence,
  deleteWelcomeSequence,
  getDataset,
  createDataset,
  createSignup,
  listSignups,
  getSignup,
  updateSignup,
  listSolutions,
  listAppSolutions,
  getSolution,
};
