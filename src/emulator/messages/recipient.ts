import { toDigits } from '../../shared/phone-number.ts';
import { findWaId } from '../users/user-store.ts';
import { isBsuid } from '../../shared/ids.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toText, type JsonObject } from '../kernel/json.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Who a message goes to, and the contact that the reply names. */
export interface Recipient {
  readonly waId: string;
  readonly groupId: string | undefined;
  readonly contact: JsonObject;
}

const phone = (context: EmulatorContext, input: string): Recipient => {
  const digits = toDigits(input);
  if (!/^[1-9]\d{6,14}$/.test(digits) || /[^\d\s()+.-]/.test(input))
    throw new GraphError(131009, { details: 'to: is not a phone number with its country code' });
  const waId = findWaId(context, digits);
  return { waId, groupId: undefined, contact: { input, wa_id: waId } };
};

/** Finds the recipient: `to` wins over `recipient`. A BSUID placed in `to` is taken and then goes nowhere, as it does at Meta. */
export function getRecipient(context: EmulatorContext, fields: JsonObject): Recipient {
  const to = toText(fields['to']);
  const recipient = toText(fields['recipient']);
  if (to === undefined && recipient !== undefined) {
    const waId = context.state.userByBsuid.get(recipient);
    if (waId === undefined)
      throw new GraphError(131026, { details: `No user with the id ${recipient} is known` });
    return { waId, groupId: undefined, contact: { input: recipient, user_id: recipient } };
  }
  const input = to ?? '';
  if (isBsuid(input)) return { waId: input, groupId: undefined, contact: { input } };
  if (fields['recipient_type'] !== 'group') return phone(context, input);
  if (!context.state.groups.has(input)) throw new GraphError(131041, { details: `group ${input}` });
  return { waId: input, groupId: input, contact: { input, wa_id: input } };
}
