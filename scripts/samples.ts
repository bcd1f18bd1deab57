/**
 * Writes regions of the examples, and what an example prints, into README.md, AGENTS.md and the guides, so that they can be read anywhere.
 * `node scripts/samples.ts` writes; `test/surface/samples.test.ts` compares.
 */
import { execFileSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const block = /(<!-- (sample|output): (\S+) -->\n\n```\w*\n)[\s\S]*?(```)/g;

/** Returns the lines between `// #region name` and its end, without their common indentation. */
export function region(file: string, name: string): string {
  const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const end = lines.findIndex((line, index) => index > start && line.trim() === `// #endregion ${name}`);
  if (start === -1 || end === -1) throw new Error(`${file} has no region ${name}`);
  const body = lines.slice(start + 1, end).filter((line) => !/^\s*\/\/ #(end)?region /.test(line));
  const indent = Math.min(...body.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return `${body.map((line) => line.slice(indent)).join('\n')}\n`;
}

function output(file: string): string {
  return execFileSync(process.execPath, [`${root}/${file}`], { encoding: 'utf8', cwd: root });
}

/** Returns the text with the code of every marked block: `<!-- sample: examples/x.ts#region -->` or `<!-- output: examples/x.ts -->`. */
export function fillSamples(text: string): string {
  return text.replace(block, (_, head: string, kind: string, target: string, tail: string) => {
    const [file = '', name = ''] = target.split('#');
    return `${head}${kind === 'sample' ? region(file, name) : output(file)}${tail}`;
  });
}

/** Returns the paths of the pages that hold samples: the README, AGENTS.md, every guide and the README of every case. */
export function samplePages(): string[] {
  const guides = readdirSync(`${root}/docs/guides`).filter((name) => name.endsWith('.md'));
  const cases = globSync('examples/cases/*/README.md', { cwd: root });
  return ['README.md', 'AGENTS.md', ...guides.map((name) => `docs/guides/${name}`), ...cases.toSorted()];
}

if (import.meta.main) {
  for (const page of samplePages()) {
    const path = `${root}/${page}`;
    writeFileSync(path, fillSamples(readFileSync(path, 'utf8')));
  }
}
