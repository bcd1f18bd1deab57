import type { MessageCategory } from './quote-result.ts';
import type { PricingModel } from '../cards/rate-card.ts';
import type { OpenWindows } from '../windows/window.ts';

/** What per-message pricing says of a message before its rate is looked at. */
export type Charge = 'charged' | 'free_customer_service' | 'free_entry_point' | 'not_sendable';

/**
 * Decides whether a message is charged under per-message pricing: utility and service in the customer service window were free until
 * 2026-09-30 (`message_2025`), and are charged since.
 *
 * Source: Meta, "Pricing on the WhatsApp Business Platform" (December 2025 and September 2026) and "Non-template messages pricing".
 */
export function getCharge(model: PricingModel, category: MessageCategory, open: OpenWindows): Charge {
  const customerService = open === 'customer_service' || open === 'both';
  if (category === 'service' && !customerService) return 'not_sendable';
  if (open === 'free_entry_point' || open === 'both') return 'free_entry_point';
  const wasFree = category === 'utility' || category === 'service';
  return model === 'message_2025' && customerService && wasFree ? 'free_customer_service' : 'charged';
}
