import { UsageError, type Issue } from '../../errors/usage-error.ts';
import { toMilliseconds, type Duration } from '../time/duration.ts';
import type { Persona, SettledPersona } from '../kernel/persona.ts';

const rates = ['deliveryRate', 'readRate', 'replyRate', 'tapRate', 'optOutRate', 'blockRate'] as const;

/** Checks personas and fills in their defaults. */
export function settlePersonas(personas: readonly Persona[]): readonly SettledPersona[] {
  const issues: Issue[] = personas.flatMap((persona, index) =>
    rates.flatMap((rate) => {
      const value = persona[rate];
      return value === undefined || (value >= 0 && value <= 1)
        ? []
        : [{ path: `personas[${index}].${rate}`, message: `is ${value}; a rate runs from 0 to 1`, limit: 1 }];
    }),
  );
  if (issues.length > 0) throw new UsageError({ summary: 'These personas cannot be played.', issues });
  return personas.map((persona, index) => {
    const time = (name: 'deliveredWithin' | 'readWithin' | 'answersWithin', fallback: Duration): number =>
      toMilliseconds(persona[name] ?? fallback, `personas[${index}].${name}`);
    return {
      ...persona,
      share: persona.share ?? 1,
      deliveredWithin: time('deliveredWithin', '1m'),
      readWithin: time('readWithin', '6h'),
      answersWithin: time('answersWithin', '1h'),
    };
  });
}
