import type { OpenWindows } from './window.ts';

/** What per-message pricing says of a message before its rate is looked at. */
export type Charge = 'charged' | 'free_customer_service' | 'free_entry_point' | 'not_sendable';

/**
 * Decides whether a message is charged under per-message pricing.
 *
 * Source: Meta, "Pricing on the WhatsApp Business Platform" (December 2025 and September 2026) and "Non-template messages pricing".
 */
export function chargeOf(
  model: 'message_2025' | 'message_2026',
  category: 'marketing' | 'utility' | 'authentication' | 'service',
  open: OpenWindows,
): Charge {
  const customerService = open === 'customer_service' || open === 'both';
  const freeEntryPoint = open === 'free_entry_point' || open === 'both';
  if (category === 'service' && !customerService) return 'not_sendable';
  if (freeEntryPoint) return 'free_entry_point';
  if (model === 'message_2026' || !customerService) return 'charged';
  return category === 'utility' || category === 'service' ? 'free_customer_service' : 'charged';
}
