import { countMessage } from './limits.ts';
import { remember, release } from './message-store.ts';
import type { JsonObject } from '../kernel/json.ts';
import { getWindowOpening } from '../../pricing/windows/window-rules.ts';
import { getContact, findUser, getMetadata, getWireIds, moveWindow } from '../users/user-store.ts';
import type { MessageRecord, PhoneNumberRecord } from '../kernel/records.ts';
import { seconds } from '../kernel/wire-time.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** What a user sends: the type and its object, as they stand in the webhook. */
export interface Inbound {
  readonly type: string;
  readonly content: unknown;
  /** The business message that is answered or quoted. */
  readonly context?: JsonObject | undefined;
  /** The ad that brought the user here. */
  readonly referral?: JsonObject | undefined;
  /** The group it is written in. */
  readonly groupId?: string | undefined;
}

/** Takes a message from a user: opens the window if what was sent does (`windowRules`), tells the business. A blocked user is not heard. */
export function receive(
  context: EmulatorContext,
  number: PhoneNumberRecord,
  waId: string,
  inbound: Inbound,
): string {
  const user = findUser(context, waId);
  const at = context.now();
  const wamid = context.ids.wamid(waId, 'in');
  const chat = inbound.groupId ?? waId;
  const payload: JsonObject = {
    ...(inbound.context === undefined ? {} : { context: inbound.context }),
    ...(inbound.referral === undefined ? {} : { referral: inbound.referral }),
    ...(user.hidesNumber === true ? {} : { from: waId }),
    ...(user.bsuid === undefined ? {} : { from_user_id: user.bsuid }),
    ...(user.parentBsuid === undefined ? {} : { from_parent_user_id: user.parentBsuid }),
    ...(inbound.groupId === undefined ? {} : { group_id: inbound.groupId }),
    id: wamid,
    timestamp: seconds(at),
    type: inbound.type,
    [inbound.type]: inbound.content,
  };
  const message: MessageRecord = {
    wamid,
    direction: 'in',
    phoneNumberId: number.id,
    waId: chat,
    groupId: inbound.groupId,
    at,
    payload,
    type: inbound.type,
    state: 'delivered',
    times: { sent: at },
    waiting: 0,
  };
  countMessage(context, number.id);
  remember(context, message);
  release(context, message);
  if (context.state.blocked.has(`${number.id}:${waId}`)) return wamid;
  const opening = getWindowOpening({ kind: 'message', type: inbound.type, [inbound.type]: inbound.content });
  const entry = inbound.referral?.['source_type'] === 'ad' ? { entry: 'ad' as const } : {};
  if (opening !== undefined) moveWindow(context, number.id, chat, { kind: opening, at, ...entry });
  context.state.counts.received += 1;
  context.notify({
    field: 'messages',
    about: waId,
    value: {
      messaging_product: 'whatsapp',
      metadata: getMetadata(number),
      contacts: [getContact(user)],
      messages: [payload],
    },
  });
  return wamid;
}

/** A user stops or resumes promotions, or opts in by an In-App Signup. Meta's text for a signup is not known: it has no `detail`. */
export function preferPromotions(
  context: EmulatorContext,
  number: PhoneNumberRecord,
  waId: string,
  value: 'stop' | 'resume' | 'signup',
  signupId?: string,
): void {
  const user = findUser(context, waId);
  context.notify({
    field: 'user_preferences',
    about: waId,
    value: {
      messaging_product: 'whatsapp',
      metadata: getMetadata(number),
      contacts: [getContact(user)],
      user_preferences: [
        {
          ...getWireIds(user),
          ...(value === 'signup'
            ? { signup_id: signupId }
            : { detail: `User requested to ${value} marketing messages` }),
          category: 'marketing_messages',
          value,
          timestamp: Math.floor(context.now() / 1000),
        },
      ],
    },
  });
}
