import * as z from 'zod/mini';
import { countCharacters } from '../shared/count-characters.ts';

/** A string of 1 to `max` characters, not all of them blanks, or of 0 to `max` of any kind. */
export const characters = (max: number, min = 1): z.ZodMiniType<string, string> =>
  z.string().check((context) => {
    const count = countCharacters(context.value);
    if (count > max) {
      context.issues.push({ code: 'too_big', origin: 'string', maximum: max, input: context.value });
    } else if (count < min) {
      context.issues.push({ code: 'too_small', origin: 'string', minimum: min, input: context.value });
    } else if (min > 0 && context.value.trim() === '') {
      context.issues.push({ code: 'custom', message: 'has blanks only', input: context.value });
    }
  });

/** A whole number from `min` to `max`. */
export const wholeNumber = (min: number, max: number): z.ZodMiniType<number, number> =>
  z.int().check(z.minimum(min), z.maximum(max));

/** An id or another string that Meta limits nowhere. */
export const anyText = (): z.ZodMiniType<string, string> => characters(10_000);

/** A list of `min` to `max` items. */
export const listBetween = <T>(
  item: z.ZodMiniType<T, T>,
  min: number,
  max: number,
): z.ZodMiniType<T[], T[]> => z.array(item).check(z.minLength(min), z.maxLength(max));

/** A list whose items differ in what `keyOf` reads; `name` says what that is. */
export const distinct = <T>(name: string, keyOf: (item: T) => unknown) =>
  z.refine<readonly T[]>((items) => new Set(items.map(keyOf)).size === items.length, {
    error: `has the same ${name} twice`,
  });
