import type * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { countCharacters } from '../shared/count-characters.ts';

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  ) || 'message';

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

const typeName = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;

const number = (value: number | bigint): string => value.toLocaleString('en-US');

function sizeText(value: unknown, bound: string, limit: number | bigint): string {
  if (typeof value === 'string') {
    const count = countCharacters(value);
    return count === 0
      ? 'is empty'
      : `is ${number(count)} characters long; ${bound} ${number(limit)} are allowed`;
  }
  if (Array.isArray(value)) return `has ${number(value.length)} items; ${bound} ${number(limit)} are allowed`;
  return `is ${String(value)}; ${bound} ${number(limit)} is allowed`;
}

function describe(issue: z.core.$ZodIssue, value: unknown): Pick<Issue, 'message' | 'limit'> {
  switch (issue.code) {
    case 'too_big':
      return { message: sizeText(value, 'at most', issue.maximum), limit: Number(issue.maximum) };
    case 'too_small':
      return { message: sizeText(value, 'at least', issue.minimum), limit: Number(issue.minimum) };
    case 'invalid_type':
      return {
        message:
          value === undefined
            ? 'is missing'
            : `should be ${issue.expected === 'object' ? 'an object' : issue.expected}, is ${typeName(value)}`,
      };
    case 'invalid_value':
      return {
        message: `${value === undefined ? 'is missing' : 'is not known'}; it can be ${issue.values.map(String).join(', ')}`,
      };
    case 'invalid_union':
      return { message: value === undefined ? 'is missing' : 'is not a type that Meta documents' };
    default:
      return { message: issue.message };
  }
}

type Found = z.core.$ZodIssue;

/** Returns what is wrong with the one branch of a union that the value means: the others have not even its fields. */
function meantBranch(issue: Found): readonly Found[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const [branch, ...others] = issue.errors.filter((one) =>
    one.every(({ code }) => code !== 'unrecognized_keys'),
  );
  return others.length === 0 ? branch : undefined;
}

/** Turns what zod found into our issues: which field, what is wrong with its value, which limit. Values are never quoted. */
export function getIssues(
  { issues }: { readonly issues: readonly Found[] },
  root: unknown,
  docs: string | undefined,
  at: readonly PropertyKey[] = [],
): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathText([...path, key]),
        message: 'is not a field that Meta documents here; check its spelling and place',
        docs,
      }));
    }
    const branch = meantBranch(issue);
    if (branch) return getIssues({ issues: branch }, root, docs, path);
    return [{ path: pathText(path), ...describe(issue, valueAt(root, path)), docs }];
  });
}
