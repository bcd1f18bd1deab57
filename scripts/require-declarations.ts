/**
 * Writes the declarations that `require` reads, `dist/**\/*.d.cts`. Each names what the declarations of the ES module have, so that every type is in the package
 * once, and a class or a symbol is the same in both. A build of its own would be 0.75 MB of copies.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

const asModule = `with { 'resolution-mode': 'import' };`;

/** The classes of the source: the only exports that are a value and a type. */
const readClassNames = (): ReadonlySet<string> =>
  new Set(
    globSync('src/**/*.ts').flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm),
        ([, name = '']) => name,
      ),
    ),
  );

/** Returns the declarations of a CommonJS file, from the values that its ES module exports. */
function declare(module: string, values: readonly string[], classes: ReadonlySet<string>): string {
  const lines = values
    .toSorted()
    .flatMap((name) => [
      `export declare const ${name}: typeof all.${name};`,
      ...(classes.has(name) ? [`export type ${name} = all.${name};`] : []),
    ]);
  return [
    `import type * as all from '${module}' ${asModule}`,
    // What this file declares itself hides the same name from here.
    `export type * from '${module}' ${asModule}`,
    ...lines,
    '',
  ].join('\n');
}

/** Writes `<entry>.d.cts` beside each of the built entries. */
export function writeRequireDeclarations(entries: readonly string[]): void {
  const { outputs } = JSON.parse(readFileSync('dist/metafile-esm.json', 'utf8')) as Metafile;
  const classes = readClassNames();
  for (const entry of entries) {
    const output = outputs[`dist/${entry}.js`];
    if (output === undefined) throw new Error(`The build has no dist/${entry}.js.`);
    writeFileSync(`dist/${entry}.d.cts`, declare(`./${basename(entry)}.js`, output.exports, classes));
  }
}
