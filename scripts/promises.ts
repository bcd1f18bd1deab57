/**
 * Writes docs/promises.md: what wabakit promises, with the figure and the test of each. Run `node scripts/promises.ts` after you marked a test with
 * `promise`; test/attacks/promises.test.ts checks that the page is up to date.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { fileUrl } from './repository.ts';
import { areas, promises } from '../test/attacks/promises.ts';

interface Mark {
  readonly id: string;
  readonly figure: string;
  readonly file: string;
}

const page = 'docs/promises.md';
const marked = /\bpromise\(\s*'([^']+)',\s*'((?:[^'\\]|\\.)+)',?\s*\)/g;
// Each mark, however it is written.
const called = /\bpromise\(/g;

/** Returns the marks of a test file. Throws if one is not written as two plain strings, because it would be missing on the page. */
function readMarks(file: string): Mark[] {
  const source = readFileSync(file, 'utf8');
  const marks = [...source.matchAll(marked)].map(([, id = '', figure = '']) => ({
    id,
    figure: figure.replaceAll("\\'", "'"),
    file,
  }));
  if (marks.length !== [...source.matchAll(called)].length)
    throw new Error(`${file}: write promise('id', 'figure') with two plain strings.`);
  return marks;
}

/** Returns the page. Throws if a promise has no test. */
export async function renderPromises(): Promise<string> {
  const marks = globSync('test/**/*.test.ts').toSorted().flatMap(readMarks);
  const sections = areas.flatMap((area) => {
    const rows = Object.entries(promises)
      .filter(([, row]) => row.area === area)
      .flatMap(([id, { sentence }]) => {
        const proofs = marks.filter((mark) => mark.id === id);
        if (proofs.length === 0) throw new Error(`No test proves the promise ${id}.`);
        return proofs.map(
          ({ figure, file }, index) =>
            `| ${index === 0 ? sentence : ''} | ${figure} | [${file.replace('test/', '')}](${fileUrl(file)}) |`,
        );
      });
    return rows.length === 0
      ? []
      : [`## ${area}\n\n| Promise | Figure | Test |\n| --- | --- | --- |\n${rows.join('\n')}\n`];
  });
  const text = `# Promises

What wabakit promises about failures, attacks and crashes, with the figure that its test asserts. Each figure is a floor for a machine with two cores.
\`npm test\` runs every test here in a short form; \`npm run attacks\` runs the long form, which takes about ten minutes, and prints the times as well.

${sections.join('\n')}`;
  return format(text, { ...(await resolveConfig(page)), parser: 'markdown' });
}

if (import.meta.main) writeFileSync(page, await renderPromises());
