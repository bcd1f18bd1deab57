/**
 * Writes what the built package contains of others, from the bundler's metafiles in dist/: `bom.cdx.json`, a CycloneDX 1.6 list that scanners read, and
 * `THIRD-PARTY-NOTICES`, the texts of the licences. The build calls it; `node scripts/third-party.ts` also writes the names into SECURITY.md. Fails on a
 * package without the text of its licence, or with a licence that is not in `allowedLicences`.
 */
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';

/** Licences, by SPDX id, that may be built into the package: each asks for nothing but its text and its notices, which the package carries. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
];

/** A package of others that is built in. */
export interface BuiltIn {
  readonly name: string;
  readonly version: string;
  /** The SPDX id or expression that its manifest declares. */
  readonly licence: string;
  /** The texts of its licence and notice files. */
  readonly texts: readonly string[];
}

interface License {
  readonly expression?: string;
  readonly license?: {
    readonly id?: string;
    readonly name?: string;
    readonly text?: { readonly content: string; readonly encoding?: 'base64' };
  };
}

/** What is read of a CycloneDX list. */
export interface Bom {
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components?: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly scope?: string;
    readonly licenses?: readonly License[];
    readonly evidence?: { readonly licenses?: readonly License[] };
  }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Merges what several builds say about their inputs and outputs. */
export const mergeMetafiles = (metafiles: readonly Metafile[]): Metafile => ({
  inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)) as Metafile['inputs'],
  // Outputs of several builds may have one name, such as `<stdout>`.
  outputs: Object.fromEntries(
    metafiles.flatMap(({ outputs }, index) =>
      Object.entries(outputs).map(([path, output]) => [`${index}:${path}`, output]),
    ),
  ),
});

/** Returns the CycloneDX list, as JSON, of the packages from which a build took at least one byte. */
export async function createBom(metafile: Metafile, folder: string = root): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'wabakit-bom-'));
  try {
    const [input, output] = [join(scratch, 'metafile.json'), join(scratch, 'bom.json')];
    writeFileSync(input, JSON.stringify(metafile));
    const cli = fileURLToPath(
      new URL('../bin/cyclonedx-esbuild-cli.js', import.meta.resolve('@cyclonedx/cyclonedx-esbuild')),
    );
    const flags = ['--spec-version', '1.6', '--mc-type', 'library', '--output-reproducible', '--validate'];
    const args = [cli, ...flags, '--gather-license-texts', '--output-file', output, input];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Returns the packages of a CycloneDX list, by name. Throws if one has no licence text or a licence that is not allowed, and names all of these. */
export function readBuiltIn(bom: Bom): BuiltIn[] {
  const packages = (bom.components ?? [])
    .filter(({ scope }) => scope !== 'excluded')
    .map(({ group, name, version, licenses = [], evidence }) => ({
      name: group === undefined ? name : `${group}/${name}`,
      version,
      licence: licenses
        .map(({ expression, license }) => expression ?? license?.id ?? license?.name)
        .join(' AND '),
      texts: (evidence?.licenses ?? []).flatMap(({ license }) =>
        license?.text === undefined
          ? []
          : [
              Buffer.from(license.text.content, license.text.encoding ?? 'utf8')
                .toString('utf8')
                .trim(),
            ],
      ),
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const wrong = packages.flatMap(({ name, version, licence, texts }) => [
    ...(allowedLicences.includes(licence)
      ? []
      : [`${name}@${version} has the licence "${licence}", which is not in allowedLicences.`]),
    ...(texts.length > 0 ? [] : [`${name}@${version} has no licence file, so its text cannot be shipped.`]),
  ]);
  if (wrong.length > 0)
    throw new Error(`Not everything that is built in may be shipped:\n${wrong.join('\n')}`);
  return packages;
}

/** Returns the text of THIRD-PARTY-NOTICES. */
export function renderNotices(packages: readonly BuiltIn[]): string {
  const rule = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, licence, texts }) =>
      `${rule}\n${name} ${version} (${licence})\n\n${texts.join('\n\n')}\n`,
  );
  return `wabakit contains code of these packages. bom.cdx.json lists the same for programs.\n\n${parts.join('\n')}`;
}

/** Returns a text with the names of the packages between `<!-- built in -->` and its end. */
export const listBuiltIn = (text: string, packages: readonly BuiltIn[]): string =>
  text.replace(
    /(<!-- built in -->\n)[\s\S]*?(<!-- \/built in -->)/,
    (_, start: string, end: string) =>
      `${start}\n${packages.map(({ name, licence }) => `- \`${name}\` (${licence})`).join('\n')}\n\n${end}`,
  );

/** Reads dist/metafile-*.json, writes both files and returns what is built in. */
export async function writeThirdParty(): Promise<BuiltIn[]> {
  const files = globSync('dist/metafile-*.json', { cwd: root });
  if (files.length === 0) throw new Error('dist/ has no metafile: run the build first.');
  const read = (file: string): Metafile => JSON.parse(readFileSync(root + file, 'utf8')) as Metafile;
  const bom = await createBom(mergeMetafiles(files.map(read)));
  const packages = readBuiltIn(JSON.parse(bom) as Bom);
  writeFileSync(`${root}bom.cdx.json`, `${bom}\n`);
  writeFileSync(`${root}THIRD-PARTY-NOTICES`, renderNotices(packages));
  return packages;
}

if (import.meta.main) {
  const page = `${root}SECURITY.md`;
  writeFileSync(page, listBuiltIn(readFileSync(page, 'utf8'), await writeThirdParty()));
}
