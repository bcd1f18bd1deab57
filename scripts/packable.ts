/** Fails when a file that package.json promises is missing: `prepack` runs it after the build, so that nothing is packed without what was built. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The files that package.json names, and what the build writes next to dist/. */
export const promisedFiles: readonly string[] = [
  ...new Set([
    ...texts([
      manifest.main,
      manifest.module,
      manifest.types,
      manifest.bin,
      manifest.exports,
      manifest.typesVersions,
    ]),
    ...texts('imports' in manifest ? manifest.imports : []).filter((text) => text.startsWith('./')),
    './THIRD-PARTY-NOTICES',
    './bom.cdx.json',
  ]),
];

/** Throws if one of them is missing in a folder, and names all that are. */
export function checkPackable(folder: string = root): void {
  const missing = promisedFiles.filter((file) => !existsSync(`${folder}/${file}`));
  if (missing.length > 0)
    throw new Error(
      `package.json promises ${missing.length} files that are not there. Run \`npm run build\` first. Missing: ${missing.join(', ')}`,
    );
}

if (import.meta.main) checkPackable();
