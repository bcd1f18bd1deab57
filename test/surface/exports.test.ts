import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { entries } from '../helpers/entries.ts';

// A name that appears or goes is a change that users see: it needs a changeset, a docstring, a test and a place in a guide.
test.each(entries)('behavior: %s exports exactly the names on record', async (entry) => {
  const names = Object.keys((await import(/* @vite-ignore */ entry)) as object);
  expect(names.toSorted()).toMatchSnapshot();
});

test('behavior: the root exports at most 90 names, types included', { timeout: 60_000 }, () => {
  const root = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
  const program = ts.createProgram([root], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(root)!)!;
  const names = checker.getExportsOfModule(module).map(({ name }) => name);
  expect(names).toContain('createClient');
  expect(names).toContain('ClientOptions');
  expect(names.length).toBeLessThanOrEqual(90);
});
