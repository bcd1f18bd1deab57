import type { PhoneState } from '../protocol/protocol.ts';
import { Phone } from './phone.tsx';

export interface PhoneRowProps {
  readonly phone: PhoneState;
  readonly open: readonly string[];
  readonly focused: string | undefined;
}

/** The open phones, side by side. */
export function PhoneRow({ phone, open, focused }: PhoneRowProps) {
  const phones = open.flatMap((waId) => phone.users.find((user) => user.waId === waId) ?? []);
  return (
    <section class="phone-row" aria-label="Open phones">
      {phones.length === 0 && (
        <div class="empty">
          <h2>No phone is open</h2>
          <p>
            Add a customer on the left and write to your bot; or send a message to any number, and its phone
            appears here.
          </p>
        </div>
      )}
      {phones.map((user) => (
        <Phone key={user.waId} user={user} focused={user.waId === focused} />
      ))}
    </section>
  );
}
