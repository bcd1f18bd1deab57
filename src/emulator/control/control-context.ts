import { UsageError } from '../../errors/usage-error.ts';
import type { Core } from '../core/core.ts';
import type { Emulator } from '../core/emulator.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { PhoneAction } from '../page/protocol/protocol.ts';

/** What actions work with. */
export interface ControlContext {
  readonly core: Core;
  readonly emulator: Emulator;
}

/** The action of a kind. */
export type ActionByKind<Kind extends PhoneAction['kind']> = Extract<PhoneAction, { readonly kind: Kind }>;

/** Throws the reason why an action cannot be done. */
export const refuse = (summary: string): never => {
  throw new UsageError({ summary });
};

/** The message of a wamid; refuses where the emulator no longer keeps it, or where it is in another chat. */
export function getMessage(
  { core }: ControlContext,
  { waId, wamid }: { readonly waId: string; readonly wamid: string },
): MessageRecord {
  const message = core.context.state.messages.get(wamid);
  if (message === undefined) return refuse(`The message ${wamid} is no longer kept.`);
  return message.waId === waId ? message : refuse(`The message ${wamid} is not in the chat of ${waId}.`);
}
