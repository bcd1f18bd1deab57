import { getConversationAnalytics } from './get-conversation-analytics.ts';
import { getMessageAnalytics } from './get-message-analytics.ts';
import { getPricingAnalytics } from './get-pricing-analytics.ts';

/** Measures what an account sent, and what it cost. */
export const accountAnalyticsOperations = {
  getMessageAnalytics,
  getConversationAnalytics,
  getPricingAnalytics,
};
