import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** What may run code of its own in the eyes of a bundler: a getter, an iterator, `valueOf`, `toString`. */
const mayRunCode = (node: ts.Node): boolean =>
  ts.isSpreadAssignment(node) ||
  ts.isSpreadElement(node) ||
  ts.isTaggedTemplateExpression(node) ||
  ts.isTemplateExpression(node) ||
  ts.isBinaryExpression(node) ||
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node);

/** Collects where calls stand in the value of a constant, and says whether anything else may run; functions are not entered, they run later. */
function survey(node: ts.Node, calls: number[]): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.push(node.getStart());
  let runs = mayRunCode(node);
  ts.forEachChild(node, (child) => {
    runs = survey(child, calls) || runs;
  });
  return runs;
}

/** Marks the values of a module's constants as free of side effects: calls by a comment, other code by a marked function around the value. */
export function markPure(text: string): string {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const inserts: [at: number, what: string][] = [];
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer === undefined) continue;
      const calls: number[] = [];
      if (survey(initializer, calls)) {
        inserts.push([initializer.getStart(), '/* @__PURE__ */ (() => ('], [initializer.end, '))()']);
      } else inserts.push(...calls.map((at): [number, string] => [at, '/* @__PURE__ */ ']));
    }
  }
  inserts.sort(([a], [b]) => b - a);
  return inserts.reduce((marked, [at, what]) => `${marked.slice(0, at)}${what}${marked.slice(at)}`, text);
}

/**
 * package.json says `sideEffects: false`, which bundlers apply to whole files, and the build joins many modules in one file. This says
 * the same of every constant, so that a bundle of one function does not carry the tables of all others.
 */
export const pureCalls: Plugin = {
  name: 'pure-calls',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: markPure(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
