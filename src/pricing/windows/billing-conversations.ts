/** What a conversation of 2022 to mid 2025 was billed as. */
export type BillingConversationCategory =
  | 'marketing'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'business_initiated'
  | 'user_initiated'
  | 'free_entry_point';

/** The open conversations of one user with one business number: category to the instant at which it closes. Plain JSON. */
export type OpenBillingConversations = Readonly<Partial<Record<BillingConversationCategory, number>>>;

/** A conversation that a message opened. */
export interface OpenedBillingConversation {
  /** What it is billed as. */
  readonly category: BillingConversationCategory;
  /** When it closes, in epoch milliseconds. */
  readonly until: number;
}

/**
 * Gives the open conversations after a message was priced: hand it the quote's `opens`. A free entry point conversation closes every other one.
 *
 * Source: Meta, "Conversation-based pricing" (2023-06-01 to 2025-06-30).
 *
 * @example
 * openBillingConversation({ utility: 5 }, { category: 'marketing', until: 9 }); // { utility: 5, marketing: 9 }
 */
export function openBillingConversation(
  open: OpenBillingConversations,
  opened: OpenedBillingConversation | undefined,
): OpenBillingConversations {
  if (opened === undefined) return open;
  const others = opened.category === 'free_entry_point' ? {} : open;
  return { ...others, [opened.category]: opened.until };
}

/** Says whether the conversation of a category is open at an instant. */
export function isBillingConversationOpen(
  open: OpenBillingConversations,
  category: BillingConversationCategory,
  at: number,
): boolean {
  const until = open[category];
  return until !== undefined && at < until;
}
