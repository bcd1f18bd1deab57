export { billingMonth, parseBillingTime } from './values/calendar.ts';
export type { Confidence } from './values/confidence.ts';
export {
  openBillingConversation,
  type BillingConversationCategory,
  type OpenBillingConversations,
  type OpenedBillingConversation,
} from './windows/billing-conversations.ts';
export { aed20261001 } from './data/aed-2026-10-01.ts';
export { brl20260701 } from './data/brl-2026-07-01.ts';
export { brl20261001 } from './data/brl-2026-10-01.ts';
export { eur20260401 } from './data/eur-2026-04-01.ts';
export { idr20260701 } from './data/idr-2026-07-01.ts';
export { idr20261001 } from './data/idr-2026-10-01.ts';
export { inr20250401 } from './data/inr-2025-04-01.ts';
export { inr20260701 } from './data/inr-2026-07-01.ts';
export { inr20261001 } from './data/inr-2026-10-01.ts';
export { usd20190101 } from './data/usd-2019-01-01.ts';
export { usd20220201 } from './data/usd-2022-02-01.ts';
export { usd20230601 } from './data/usd-2023-06-01.ts';
export { usd20240601 } from './data/usd-2024-06-01.ts';
export { usd20240801 } from './data/usd-2024-08-01.ts';
export { usd20241001 } from './data/usd-2024-10-01.ts';
export { usd20250201 } from './data/usd-2025-02-01.ts';
export { usd20250701 } from './data/usd-2025-07-01.ts';
export { usd20251001 } from './data/usd-2025-10-01.ts';
export { usd20260101 } from './data/usd-2026-01-01.ts';
export { usd20260401 } from './data/usd-2026-04-01.ts';
export { usd20260701 } from './data/usd-2026-07-01.ts';
export { usd20261001 } from './data/usd-2026-10-01.ts';
export { rateCards } from './data/rate-cards.ts';
export { findRateCard, type FindRateCardParams } from './data/find-rate-card.ts';
export { findMarket, type FindMarketParams, type MarketMatch } from './markets/market.ts';
export type { AuthenticationInternational, MessageParams } from './quote/message-params.ts';
export { freeServiceMessages } from './quote/message-model.ts';
export {
  addMoney,
  compareMoney,
  currencies,
  formatMoney,
  isCurrency,
  createMoney,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
  type Currency,
  type FormatMoneyOptions,
  type Money,
  type Rounding,
} from './values/money.ts';
export type { MaxPrice } from './quote/message-params.ts';
export { pricingModelAt } from './cards/pricing-model.ts';
export { PricingError, type PricingIssue } from './values/pricing-error.ts';
export { quoteFromCard, type QuoteFromCardParams } from './quote/quote-from-card.ts';
export type {
  AtMostQuote,
  CountedIn,
  MessageCategory,
  NotSendableQuote,
  PricedQuote,
  PricingType,
  Quote,
  UnknownQuote,
} from './quote/quote-result.ts';
export { quote, type QuoteParams } from './quote/quote.ts';
export type {
  MarketRates,
  PricingModel,
  Rate,
  RateCard,
  RateCell,
  RateColumn,
  VolumeTier,
} from './cards/rate-card.ts';
export {
  canSendFreeForm,
  closedWindow,
  windowClosesAt,
  windowTimeLeft,
  applyWindowEvent,
  mergeWindows,
  windowAt,
  type OpenWindows,
  type WindowEvent,
  type WindowOptions,
  type WindowState,
  type WindowsAt,
} from './windows/window.ts';
export { addMarkup, type Markup } from './values/markup.ts';
export {
  compareEstimates,
  createComparison,
  type Comparison,
  type ComparisonAmount,
  type ComparisonBuilder,
  type ComparisonLine,
  type Scenario,
} from './estimate/compare-estimates.ts';
export type { CallTier } from './data/call-rates.ts';
export { diffRateCards, type RateCardDiff, type RateChange } from './cards/diff-rate-cards.ts';
export type { EstimateLine } from './estimate/estimate-line.ts';
export type { EstimateParams, MonthToDate } from './estimate/estimate-params.ts';
export { createEstimate, estimate, type Estimate, type EstimateBuilder } from './estimate/estimate.ts';
export type { LedgerEntry } from './ledger/ledger-entry.ts';
export type {
  LedgerDeliveredEvent,
  LedgerEvent,
  LedgerFailedEvent,
  LedgerIdentityEvent,
  LedgerMessage,
  LedgerSentEvent,
  LedgerWindowEvent,
} from './ledger/ledger-event.ts';
export {
  toLedgerEvents,
  toPricingReports,
  toSentEvent,
  type PlatformEvent,
} from './ledger/to-ledger-events.ts';
export type { ReportedCost } from './ledger/reported-cost.ts';
export type { UncostedRow } from './ledger/cost-book.ts';
export type { LedgerTotal } from './ledger/ledger-totals.ts';
export { createLedger, type Ledger, type LedgerOptions, type LedgerSnapshot } from './ledger/ledger.ts';
export type { MessageOutcome, PendingMessage } from './ledger/message-book.ts';
export { parseRateCardCsv, type ParseRateCardOptions } from './cards/parse-rate-card-csv.ts';
export { parseVolumeTierCsv, type VolumeTierTable } from './cards/parse-volume-tier-csv.ts';
export type { PlanRow } from './estimate/plan.ts';
export { quoteCall, type CallQuote, type QuoteCallParams } from './quote/quote-call.ts';
export { quoteGroup, type GroupQuote, type QuoteGroupParams } from './quote/quote-group.ts';
export {
  reconcileAnalytics,
  type AnalyticsLine,
  type PricingAnalyticsPoint,
  type ReconcileAnalyticsOptions,
} from './ledger/reconcile-analytics.ts';
export {
  reconcile,
  type Difference,
  type DifferenceCause,
  type PricingReport,
  type Reconciliation,
  type ReconcileSource,
} from './ledger/reconcile.ts';
export type { TableOptions } from './cards/table-preface.ts';
export type { WindowRow } from './windows/user-windows.ts';
export { windowRules, type WindowRule } from './windows/window-rules.ts';
export { withVolumeTiers } from './cards/with-volume-tiers.ts';
export { withinBudget, type BudgetVerdict } from './estimate/within-budget.ts';
