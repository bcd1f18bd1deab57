import { UsageError } from '../../errors/usage-error.ts';
import { countCharacters } from '../../shared/count-characters.ts';
import { listLimits, replyButtonLimits } from '../../schemas/limits.ts';
import type { Issue } from '../../shared/issue.ts';
import { docsRoot } from '../../shared/meta.ts';
import type { MenuChoice } from './menu-choice.ts';
import { readMenuPageId } from './menu-page-id.ts';

const docs = `${docsRoot}/messages/interactive-list-messages`;

/** A string with something in it to read. */
const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function checkChoice(name: string, choice: unknown, path: string): Issue[] {
  if (typeof choice !== 'object' || choice === null)
    return [{ path, message: 'should be an object with id and title' }];
  const { id, title, description } = choice as Partial<Record<keyof MenuChoice, unknown>>;
  const issues: Issue[] = [];
  const length = typeof id === 'string' ? countCharacters(id) : 0;
  if (!isWords(id)) issues.push({ path: `${path}.id`, message: 'is missing' });
  else if (length > listLimits.rowId) {
    const message = `has ${length} characters; a row takes ${listLimits.rowId}. Keep the data in a store, and its key in the id`;
    issues.push({ path: `${path}.id`, message, limit: listLimits.rowId, docs });
  } else if (readMenuPageId(name, id) !== undefined)
    issues.push({ path: `${path}.id`, message: `is "${id}", which leads to a page of this menu` });
  if (!isWords(title)) issues.push({ path: `${path}.title`, message: 'is missing' });
  if (description !== undefined && !isWords(description))
    issues.push({ path: `${path}.description`, message: 'has no words. Leave it out' });
  return issues;
}

/** What occurs twice, under the later of the two. */
function checkTwice(choices: readonly MenuChoice[], field: 'id' | 'title'): Issue[] {
  const seen = new Map<string, number>();
  return choices.flatMap((choice, index) => {
    const value = choice[field];
    const first = seen.get(value);
    if (first === undefined) seen.set(value, index);
    const message = `is "${value}", as that of choices[${first}] is. A tap must say which one it was`;
    return first === undefined ? [] : [{ path: `choices[${index}].${field}`, message }];
  });
}

/** Throws `UsageError` that names every choice that cannot be shown. */
export function checkMenu(name: unknown, choices: readonly MenuChoice[]): void {
  const issues: Issue[] = [];
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) {
    const message =
      'should be 1 to 64 letters, digits, "_" or "-". It is part of the ids that lead to further pages, and differs from the names of other menus';
    issues.push({ path: 'name', message, limit: 64 });
  }
  if (!Array.isArray(choices)) issues.push({ path: 'choices', message: 'should be a list' });
  else if (choices.length === 0) issues.push({ path: 'choices', message: 'is empty. Send a text instead' });
  else {
    issues.push(
      ...choices.flatMap((choice, index) => checkChoice(String(name), choice, `choices[${index}]`)),
    );
    if (issues.length === 0) issues.push(...checkTwice(choices, 'id'));
    if (issues.length === 0 && choices.length <= replyButtonLimits.buttons)
      issues.push(...checkTwice(choices, 'title'));
  }
  if (issues.length > 0) throw new UsageError({ summary: 'menu cannot show these choices.', issues });
}
