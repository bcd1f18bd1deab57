import { countCharacters } from '../shared/count-characters.ts';
import { checkArguments } from './check-arguments.ts';
import { getStart } from './start-of-text.ts';

/**
 * Returns a text that has at most `limit` characters, counted as WhatsApp counts them: a longer one is cut, never within an emoji, and ends
 * with `…`. For labels that come from data, such as the title of a row.
 *
 * Throws `UsageError` if `limit` is not a whole number of 1 or more.
 *
 * @param limit Characters, of {@link messageLimits} for instance.
 *
 * @example
 * fit('Wireless headphones, noise cancelling', messageLimits.list.rowTitle); // 'Wireless headphones, no…'
 */
export function fit(text: string, limit: number): string {
  checkArguments(text, limit);
  if (countCharacters(text) <= limit) return text;
  return `${limit === 1 ? '' : getStart(text, limit - 1).trimEnd()}…`;
}
