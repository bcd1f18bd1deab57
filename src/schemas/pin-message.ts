import * as z from 'zod/mini';
import { characters, wholeNumber } from './checks.ts';
import { pinLimits } from './limits.ts';

/** Pins a message of a group, for 1 to 30 days, or takes it off. Source: Meta, "Group messaging". */
export type PinPayload =
  | { readonly type: 'pin'; readonly message_id: string; readonly expiration_days: number }
  | { readonly type: 'unpin'; readonly message_id: string };

export const pinSchema = () =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pin'),
      message_id: characters(512),
      expiration_days: wholeNumber(1, pinLimits.expirationDays),
    }),
    z.strictObject({ type: z.literal('unpin'), message_id: characters(512) }),
  ]);
