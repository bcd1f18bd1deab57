import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackable } from '../../scripts/packable.ts';

/** The root of this repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packs the package as npm publishes it, into a folder, and returns the path of the tarball. It packs what was built last, and throws if that is not whole. */
export function packPackage(folder: string): string {
  checkPackable();
  // On Windows npm is a script, which only a shell can start.
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const tarball = execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
    options,
  );
  return join(folder, tarball.trim());
}

/** Unpacks the tarball into a project as npm does, and links packages of this repository next to it. */
export function installPackage(tarball: string, project: string, packages: readonly string[]): void {
  const home = join(project, 'node_modules', 'wabakit');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const name of packages) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
}

/** Makes an empty folder outside this repository, so that nothing is resolved from its `node_modules`. */
export const makeProject = (): string => mkdtempSync(join(tmpdir(), 'wabakit-packed-'));

/** Removes such a folder. */
export const removeProject = (project: string): void => rmSync(project, { recursive: true, force: true });
