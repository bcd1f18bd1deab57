import { fit } from '../../messages/fit.ts';
import { listLimits, replyButtonLimits } from '../../schemas/limits.ts';
import type { MenuChoice } from './menu-choice.ts';

/** A choice as a label shows it, and what the label has no room for. */
export interface Label {
  readonly title: string;
  readonly description?: string | undefined;
  /** What the body has to say. */
  readonly more?: string | undefined;
}

/** A label is one line. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const joinWords = (title: string, description?: string): string =>
  description === undefined ? title : `${title}: ${description}`;

/** A list row: what its title has no room for goes into the description; what that has no room for, into the body. */
export function rowLabel({ title, description }: MenuChoice): Label {
  const [whole, details] = [tidy(title), description === undefined ? undefined : tidy(description)];
  const short = fit(whole, listLimits.rowTitle);
  if (short === whole && details === undefined) return { title: whole };
  const words = short === whole ? (details ?? '') : joinWords(whole, details);
  const shown = fit(words, listLimits.rowDescription);
  return {
    title: short,
    description: shown,
    more: shown === words ? undefined : short === whole ? joinWords(whole, details) : words,
  };
}

/** Reply buttons. They have no description, so the body says it. Buttons that would look the same after the cut begin with their number. */
export function buttonLabels(choices: readonly MenuChoice[]): Label[] {
  const limit = replyButtonLimits.title;
  const titles = choices.map(({ title }) => tidy(title));
  const short = titles.map((title) => fit(title, limit));
  const numbered = new Set(short).size < short.length;
  return choices.map(({ description }, index) => {
    const whole = titles[index] ?? '';
    const words = joinWords(whole, description === undefined ? undefined : tidy(description));
    const title = numbered ? fit(`${index + 1}. ${whole}`, limit) : (short[index] ?? '');
    return { title, more: title === words ? undefined : numbered ? `${index + 1}. ${words}` : words };
  });
}

/** The body with the whole text of every choice whose label has no room for it. */
export function bodyWith(body: string, labels: readonly Label[]): string {
  const more = labels.flatMap((label) => (label.more === undefined ? [] : [label.more]));
  if (more.length === 0) return body;
  return `${body}\n\n${more.map((words) => (/^\d\. /.test(words) ? words : `- ${words}`)).join('\n')}`;
}
