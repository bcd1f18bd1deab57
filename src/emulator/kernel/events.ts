import type { RequestEntry, WebhookEntry } from './journal.ts';
import type { MessageState } from './records.ts';

/** Something that happened inside the emulator, as the phone page hears of it. */
export type EmulatorEvent =
  | {
      readonly kind: 'message';
      readonly at: number;
      readonly wamid: string;
      readonly phoneNumberId: string;
      readonly waId: string;
      readonly direction: 'in' | 'out';
    }
  | {
      readonly kind: 'status';
      readonly at: number;
      readonly wamid: string;
      readonly waId: string;
      readonly status: MessageState;
    }
  | { readonly kind: 'request'; readonly at: number; readonly entry: RequestEntry }
  | { readonly kind: 'webhook'; readonly at: number; readonly entry: WebhookEntry }
  | { readonly kind: 'clock'; readonly at: number; readonly speed: number }
  | { readonly kind: 'template'; readonly at: number; readonly templateId: string }
  | { readonly kind: 'user'; readonly at: number; readonly waId: string }
  | { readonly kind: 'business'; readonly at: number }
  | { readonly kind: 'faults'; readonly at: number }
  | { readonly kind: 'reset'; readonly at: number };
