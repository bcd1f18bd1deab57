export type { AnalyticsRange } from './analytics/analytics-field.ts';
export {
  getConversationAnalytics,
  type GetConversationAnalyticsParams,
  type ConversationDataPoint,
} from './analytics/get-conversation-analytics.ts';
export {
  getMessageAnalytics,
  type GetMessageAnalyticsParams,
  type MessageAnalytics,
} from './analytics/get-message-analytics.ts';
export {
  getPricingAnalytics,
  type GetPricingAnalyticsParams,
  type PricingDataPoint,
} from './analytics/get-pricing-analytics.ts';
export { createSchedule, type CreateScheduleParams } from './create-schedule.ts';
export { getHealthStatus, type GetHealthStatusParams } from './get-health-status.ts';
export type { HealthEntity, HealthStatus } from '../../schemas/health-status.ts';
export { getWaba, type GetWabaParams } from './get-waba.ts';
export { listActivities, type Activity, type ListActivitiesParams } from './list-activities.ts';
export { listSchedules, type Schedule } from './list-schedules.ts';
export {
  getCurrencyMigration,
  type CurrencyMigration,
  type CurrencyMigrationStatus,
  type CurrencyMigrationTarget,
} from './currency/get-currency-migration.ts';
export { resumeCurrencyMigration } from './currency/resume-currency-migration.ts';
export {
  startCurrencyMigration,
  type StartCurrencyMigrationParams,
  type StartedCurrencyMigration,
} from './currency/start-currency-migration.ts';
export { enrollMaxPriceBusinesses } from './max-price/enroll-max-price-businesses.ts';
export { getMaxPriceAgreement } from './max-price/get-max-price-agreement.ts';
export {
  getReachEstimate,
  type GetReachEstimateParams,
  type ReachEstimate,
  type ReachEstimates,
} from './max-price/get-reach-estimate.ts';
export { listMaxPriceBusinesses, type MaxPriceBusiness } from './max-price/list-max-price-businesses.ts';
export type { MaxPriceAgreement } from './max-price/max-price-agreement.ts';
export type { MaxPriceBusinessesParams, MaxPriceBusinessResult } from './max-price/max-price-businesses.ts';
export { removeMaxPriceBusinesses } from './max-price/remove-max-price-businesses.ts';
export {
  signMaxPriceAgreement,
  type SignMaxPriceAgreementParams,
} from './max-price/sign-max-price-agreement.ts';
export { addPortfolioNumber, type AddPortfolioNumberParams } from './onboarding/add-portfolio-number.ts';
export { debugToken, type DebugTokenParams, type TokenInfo } from './onboarding/debug-token.ts';
export { exchangeCode, type ExchangeCodeParams, type BusinessToken } from './onboarding/exchange-code.ts';
export { getBusinessPortfolio, type BusinessPortfolio } from './portfolio/get-business-portfolio.ts';
export { getParentBsuidAccounts, type ParentBsuidAccounts } from './portfolio/get-parent-bsuid-accounts.ts';
export { listClientWabas } from './portfolio/list-client-wabas.ts';
export { listConnectedBusinesses, type ConnectedBusiness } from './portfolio/list-connected-businesses.ts';
export { listExtendedCredits, type ExtendedCredit } from './portfolio/list-extended-credits.ts';
export { listOwnedWabas, type ListWabasParams } from './portfolio/list-owned-wabas.ts';
export {
  onboardMarketingMessages,
  type OnboardMarketingMessagesParams,
} from './portfolio/onboard-marketing-messages.ts';
export { deletePreverifiedNumber } from './preverified/delete-preverified-number.ts';
export {
  getPreverifiedNumber,
  type PreverifiedTarget,
  type PreverifiedCheck,
} from './preverified/get-preverified-number.ts';
export {
  listPreverifiedNumbers,
  type PreverifiedNumber,
  type ListPreverifiedNumbersParams,
} from './preverified/list-preverified-numbers.ts';
export { listPreverifiedPartners } from './preverified/list-preverified-partners.ts';
export {
  requestPreverifiedCode,
  type RequestPreverifiedCodeParams,
} from './preverified/request-preverified-code.ts';
export {
  sharePreverifiedNumber,
  type SharePreverifiedNumberParams,
} from './preverified/share-preverified-number.ts';
export { unsharePreverifiedNumber } from './preverified/unshare-preverified-number.ts';
export {
  verifyPreverifiedCode,
  type VerifyPreverifiedCodeParams,
} from './preverified/verify-preverified-code.ts';
export { createDataset } from './promotion/create-dataset.ts';
export { createSignup, type Signup, type CreateSignupParams } from './promotion/create-signup.ts';
export {
  deleteWelcomeSequence,
  type DeleteWelcomeSequenceParams,
} from './promotion/delete-welcome-sequence.ts';
export { getDataset, type Dataset } from './promotion/get-dataset.ts';
export { getSignup, type GetSignupParams } from './promotion/get-signup.ts';
export { listSignups } from './promotion/list-signups.ts';
export {
  listWelcomeSequences,
  type WelcomeSequence,
  type ListWelcomeSequencesParams,
} from './promotion/list-welcome-sequences.ts';
export {
  saveWelcomeSequence,
  type WelcomeMessage,
  type SaveWelcomeSequenceParams,
} from './promotion/save-welcome-sequence.ts';
export { updateSignup, type UpdateSignupParams } from './promotion/update-signup.ts';
export { getSolution, type GetSolutionParams } from './solutions/get-solution.ts';
export { listAppSolutions, type ListAppSolutionsParams } from './solutions/list-app-solutions.ts';
export { listSolutions, type Solution } from './solutions/list-solutions.ts';
export {
  createAppSubscription,
  type CreateAppSubscriptionParams,
} from './subscriptions/create-app-subscription.ts';
export {
  deleteAppSubscription,
  type DeleteAppSubscriptionParams,
} from './subscriptions/delete-app-subscription.ts';
export { listAppSubscriptions, type AppSubscription } from './subscriptions/list-app-subscriptions.ts';
export { listSubscribedApps, type SubscribedApp } from './subscriptions/list-subscribed-apps.ts';
export { subscribeApp, type SubscribeAppParams } from './subscriptions/subscribe-app.ts';
export { unsubscribeApp } from './subscriptions/unsubscribe-app.ts';
export { updateWaba, type UpdateWabaParams } from './update-waba.ts';
export { assignUser, type WabaTask, type AssignUserParams } from './users/assign-user.ts';
export { listAssignedUsers, type AssignedUser } from './users/list-assigned-users.ts';
export { listAssignedWabas, type ListAssignedWabasParams } from './users/list-assigned-wabas.ts';
export { unassignUser, type UnassignUserParams } from './users/unassign-user.ts';
export type { WabaField, Waba, AuthenticationInternationalTerms } from './waba.ts';
export type { SignupFields } from '../../schemas/signup.ts';
export type {
  AppTarget,
  ListParams as PageParams,
  NumberTarget,
  PortfolioTarget,
  WabaTarget,
} from '../../schemas/targets.ts';
