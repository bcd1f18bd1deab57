import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parityFile, parityPage, parityRows } from '../../scripts/parity.ts';
import { readReference } from '../helpers/reference.ts';
import { specification } from './specification.ts';

const source = new URL('../../src', import.meta.url);
const files = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => file.split('/').at(-1)),
);
const getFile = (name: string): string =>
  `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

describe('with the reference data', { tags: ['reference'] }, () => {
  const rows = parityRows(specification?.operations ?? []);

  test('default: docs/parity.md is what scripts/parity.ts writes', async () => {
    expect(existsSync(parityFile) && readFileSync(parityFile, 'utf8')).toBe(await parityPage(rows));
  });

  test('behavior: every operation is covered, or left to the raw API for a reason, never both', () => {
    for (const { operation, functions, reason } of rows) {
      expect([operation, functions.length > 0, reason !== undefined]).toEqual([
        operation,
        reason === undefined,
        functions.length === 0,
      ]);
    }
  });

  test('behavior: at least 120 operations are typed', () => {
    expect(rows.filter(({ functions }) => functions.length > 0).length).toBeGreaterThanOrEqual(120);
  });

  test('behavior: each function is a file of that name', () => {
    const missing = rows.flatMap(({ functions }) => functions).filter((name) => !files.has(getFile(name)));
    expect(missing).toEqual([]);
  });

  test("behavior: every path on Meta's pages stands in the table", () => {
    const surface = readReference('api-surface.md');
    const section = surface.slice(surface.indexOf('## 2. '), surface.indexOf('## 3. '));
    const paths = [...section.matchAll(/(?:GET|POST|DELETE) `([^`]+)`/g)].map(([, path = '']) => path);
    const known = rows.map(({ operation }) => operation).join('\n');
    const absent = paths.filter((path) => {
      const last = /([\w-]+|\{[^}]+\})(?:\?.*)?$/.exec(path.replace(/\?.*/, ''))?.[1] ?? path;
      return !last.startsWith('{') && !known.includes(`/${last}`);
    });
    expect(paths.length).toBeGreaterThan(50);
    expect(absent).toEqual([]);
  });
});
