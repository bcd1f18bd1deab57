import type { PhoneState } from '../protocol/protocol.ts';
import { Phone } from './phone.tsx';

export interface DeckProps {
  readonly phone: PhoneState;
  readonly open: readonly string[];
  readonly focused: string | undefined;
}

/** The open phones, side by side. */
export function Deck({ phone, open, focused }: DeckProps) {
  const phones = open.flatMap((waId) => phone.customers.find((customer) => customer.waId === waId) ?? []);
  return (
    <section class="deck" aria-label="Open phones">
      {phones.length === 0 && (
        <div class="empty">
          <h2>No phone on the desk</h2>
          <p>
            Add a customer on the left and write to your bot; or send a message to any number, and its phone
            appears here.
          </p>
        </div>
      )}
      {phones.map((customer) => (
        <Phone key={customer.waId} customer={customer} focused={customer.waId === focused} />
      ))}
    </section>
  );
}
