import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// Each example runs as its reader would run it: against the built package and the embedded emulator, without credentials.
const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WHATSAPP_')));
const outputOf = (name: string): string => `./outputs/${name.replace(/\.ts$/, '.txt')}`;

test.each(names)(
  'default: %s ends with 0 and prints what test/examples/outputs holds',
  async (name) => {
    const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/${name}`], {
      env: { ...env, NO_COLOR: '1' },
      timeout: 60_000,
    });
    // No run repeats the port and the callback data that a client makes up.
    const printed = stdout
      .replace(/(?<=127\.0\.0\.1:)\d+/g, 'PORT')
      .replace(/wabakit-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'wabakit-UUID');
    await expect(printed).toMatchFileSnapshot(outputOf(name));
  },
  60_000,
);

/** Comments on a line that prints which say what a value means, or what is printed in a case that the run does not have. */
const explanations: readonly string[] = [
  '17 12 handler_failed Error: database down',
  'within, over, or undecided where a price is not known',
  'closed, and freeEntryPointMayBeOpen: Meta says "up to 7 days"',
  'for a terminal',
  'not_json, too_deep',
  'the same numbers for the same seed',
  'what Meta would charge',
  'one number for each failure worth handling',
  'two service messages for free, and one utility message to Brazil: 0.0068 USD',
];

/** The comments that follow a call of console.log, on its line or alone on the next. */
function printedComments(source: string): string[] {
  const found = source.matchAll(/console\.log\([^\n]*\);(?: \/\/ (.+)|\n\s*\/\/ (?!#)(.+))/g);
  return Array.from(found, ([, same, next]) => same ?? next ?? '');
}

/** Whether a comment is a printed line: `…` leaves something out, and an explanation may follow after a colon. */
function isLine(comment: string, lines: readonly string[]): boolean {
  const parts = comment.split('…').map((part) => RegExp.escape(part));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return lines.some((line) => pattern.test(line) || comment.startsWith(`${line}: `));
}

/** Whether a comment is what was printed: a line, or several with commas between them. */
const isPrinted = (comment: string, lines: readonly string[]): boolean =>
  isLine(comment, lines) || comment.split(', ').every((part) => isLine(part, lines));

test('behavior: what a comment in an example says is printed, is printed', () => {
  const comments = names.flatMap((name) => {
    const lines = readFileSync(new URL(outputOf(name), import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.trim());
    return printedComments(readFileSync(`${folder}/${name}`, 'utf8')).map((comment) => ({
      comment,
      ok: isPrinted(
        comment,
        lines.filter((line) => line !== ''),
      ),
    }));
  });
  expect(comments.length).toBeGreaterThan(60);
  expect(
    comments
      .filter(({ ok }) => !ok)
      .map(({ comment }) => comment)
      .toSorted(),
  ).toEqual(explanations.toSorted());
});
