/** Writes the version of package.json into package-lock.json, without asking a registry: `npm run release:version` runs it after `changeset version`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a lock file that carry the version. */
interface Lock {
  version: string;
  packages: { '': { version: string } };
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(process.cwd(), file), 'utf8'));
const { version } = read('package.json') as { version: string };
const lock = read('package-lock.json') as Lock;
lock.version = version;
lock.packages[''].version = version;
writeFileSync(join(process.cwd(), 'package-lock.json'), `${JSON.stringify(lock, undefined, 2)}\n`);
