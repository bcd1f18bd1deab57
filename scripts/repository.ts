/**
 * Where the project lives: the one place that says it. Change `repository` and run `node scripts/repository.ts`, which writes it into package.json and
 * into every link to the project; `test/release/repository.test.ts` compares.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Owner and name on GitHub. `OWNER` stands for the account that publishes it. */
export const repository = 'OWNER/wabakit';

/** Returns the address of a file of the project, as it is on the main branch. */
export const fileUrl = (path: string): string => `https://github.com/${repository}/blob/main/${path}`;

const root = fileURLToPath(new URL('..', import.meta.url));
const link = /(https:\/\/(?:raw\.githubusercontent|github)\.com\/)[\w-]+\/wabakit(?![\w-])/g;

/** Returns a text with every link to the project at its place. */
export const linkRepository = (text: string): string => text.replace(link, `$1${repository}`);

/** Returns the paths of all files that may link to the project. */
export function linkingFiles(): string[] {
  const paths = ['*.md', '*.yml', 'package.json', 'LICENSE'];
  const list = execFileSync('git', ['ls-files', '--', ...paths], { cwd: root, encoding: 'utf8' });
  return list.trim().split('\n');
}

if (import.meta.main) {
  for (const file of linkingFiles()) {
    const text = readFileSync(root + file, 'utf8');
    const linked = linkRepository(text);
    if (linked !== text) writeFileSync(root + file, linked);
  }
}
