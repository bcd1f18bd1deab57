/** The category of a billing conversation (2022 to mid 2025). */
export type BillingConversationCategory =
  | 'marketing'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'business_initiated'
  | 'user_initiated'
  | 'free_entry_point';

/** The open billing conversations of one user with one business number: category to its end in epoch milliseconds. Plain JSON. */
export type OpenBillingConversations = Readonly<Partial<Record<BillingConversationCategory, number>>>;

/** A billing conversation that a message opened. */
export interface OpenedBillingConversation {
  /** What it is billed as. */
  readonly category: BillingConversationCategory;
  /** When it closes, in epoch milliseconds. */
  readonly until: number;
}

/**
 * Returns the open billing conversations after a message was priced. Pass the quote's `opens`. A free entry point conversation closes all others.
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

/** Moves the open billing conversations of a user, by `<phone number id>|<user>`, to another one, who turned out to be the same person. */
export function mergeBillingConversations(
  conversations: Map<string, OpenBillingConversations>,
  from: string,
  into: string,
): void {
  if (conversations.size === 0) return;
  for (const [key, open] of [...conversations]) {
    if (!key.endsWith(`|${from}`)) continue;
    const target = `${key.slice(0, -from.length)}${into}`;
    const merged: Partial<Record<BillingConversationCategory, number>> = { ...conversations.get(target) };
    for (const [category, until] of Object.entries(open) as [BillingConversationCategory, number][])
      merged[category] = Math.max(until, merged[category] ?? until);
    conversations.set(target, merged);
    conversations.delete(key);
  }
}

/** Returns whether the billing conversation of a category is open at a time in epoch milliseconds. */
export function isBillingConversationOpen(
  open: OpenBillingConversations,
  category: BillingConversationCategory,
  at: number,
): boolean {
  const until = open[category];
  return until !== undefined && at < until;
}
