import { chance } from '../kernel/random.ts';
import type { SettledPersona } from '../kernel/persona.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Returns the persona that plays a user; `undefined` while a test or the page holds the phone. */
export function getPersona(context: EmulatorContext, waId: string): SettledPersona | undefined {
  const { personas, seed } = context.settings;
  if (personas.length === 0 || context.heldPhones.has(waId)) return undefined;
  let rest = chance(seed, 'persona', waId) * personas.reduce((sum, { share }) => sum + share, 0);
  return personas.find(({ share }) => (rest -= share) < 0) ?? personas.at(-1);
}

/** A time up to the longest, in whole seconds so that a campaign's events share instants. */
export const timeWithin = (seed: number, what: string, key: string, longest: number): number =>
  Math.floor((longest / 1000) * chance(seed, `${what} time`, key)) * 1000;
