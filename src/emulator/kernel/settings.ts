import type { Currency } from '../../pricing/values/money.ts';
import type { SettledPersona } from './persona.ts';

/** Limits as the emulator enforces them; `undefined` where a limit is off. */
export interface SettledLimits {
  readonly messagesPerSecond: number | undefined;
  readonly pairRate: boolean;
  readonly messagingLimit: number | undefined;
}

/** The options with every default filled in. */
export interface EmulatorSettings {
  readonly seed: number;
  /** Where the clock starts; `undefined` for the machine's time. */
  readonly start: number | undefined;
  /** Virtual milliseconds per real one; 0 stands still. */
  readonly speed: number;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly accessToken: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly businessId: string;
  readonly appId: string;
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  readonly timeZone: string;
  readonly currency: Currency;
  readonly delays: { readonly sent: number; readonly delivered: number; readonly read: number | undefined };
  readonly templateReview: 'rules' | 'manual';
  readonly reviewDelay: number;
  readonly limits: SettledLimits;
  readonly personas: readonly SettledPersona[];
  readonly journalLimit: number;
  /** Real milliseconds to wait for a bot. */
  readonly waitTimeout: number;
}
