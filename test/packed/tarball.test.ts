import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { checkPackable, promisedFiles } from '../../scripts/packable.ts';
import { repository } from '../../scripts/repository.ts';
import { listBuiltIn, readBuiltIn, renderNotices, type Bom } from '../../scripts/third-party.ts';
import { installPackage, makeProject, packPackage, removeProject, root } from '../helpers/packed-package.ts';

// What npm would publish, unpacked. `npm test` builds before it runs.
const project = makeProject();
const home = join(project, 'node_modules/wabakit');
let files: readonly string[] = [];
let tarballBytes = 0;
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const bytes = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + statSync(join(home, path)).size, 0);

beforeAll(() => {
  const tarball = packPackage(project);
  tarballBytes = statSync(tarball).size;
  installPackage(tarball, project, []);
  files = globSync('**/*', { cwd: home }).filter((path) => statSync(join(home, path)).isFile());
}, 60_000);

afterAll(() => removeProject(project));

test('default: the files at the top, and nothing but the build and the guides below', () => {
  const top = files.filter((path) => !path.includes('/')).toSorted();
  // npm adds CHANGELOG.md, which the release writes.
  expect(top.filter((path) => path !== 'CHANGELOG.md')).toEqual([
    'AGENTS.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'THIRD-PARTY-NOTICES',
    'bom.cdx.json',
    'package.json',
  ]);
  expect(manifest.files).toContain('CHANGELOG.md');
  const below = files.filter((path) => path.includes('/'));
  expect(
    below.filter((path) => !/^(dist\/|docs\/[^/]+\.md$|docs\/guides\/[^/]+\.(md|svg)$)/.test(path)),
  ).toEqual([]);
});

test('behavior: every file that package.json promises is there', () => {
  expect(promisedFiles.length).toBeGreaterThan(50);
  expect(promisedFiles.filter((file) => !existsSync(join(home, file)))).toEqual([]);
});

test('behavior: no source map, no metafile, no source in TypeScript', () => {
  const unwanted = /\.map$|metafile|(?<!\.d)\.[cm]?tsx?$/;
  expect(files.filter((path) => unwanted.test(path))).toEqual([]);
  const scripts = files.filter((path) => /\.c?js$/.test(path));
  expect(scripts.filter((path) => read(path).includes('sourceMappingURL'))).toEqual([]);
});

test('behavior: it takes at most 4.5 MB unpacked, and its documents 1 MB', () => {
  const documents = files.filter((path) => path.startsWith('docs/'));
  console.log(
    `tarball ${tarballBytes} bytes, ${files.length} files, ${bytes(files)} unpacked, ${bytes(documents)} of documents`,
  );
  expect(documents.length).toBeGreaterThan(20);
  expect(bytes(documents)).toBeLessThanOrEqual(1_000_000);
  expect(bytes(files)).toBeLessThanOrEqual(4_500_000);
});

test('behavior: nothing runs when it is installed', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
  const run = Object.keys(scripts).filter((name) =>
    ['preinstall', 'install', 'postinstall', 'prepare'].includes(name),
  );
  expect([...run, ...files.filter((path) => path.endsWith('.gyp'))]).toEqual([]);
});

// As GitHub writes the ids of headings.
const anchors = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Returns why a link of a packed page leads nowhere, or `undefined`. */
function brokenLink(page: string, target: string): string | undefined {
  const own = new RegExp(
    `^https://(?:github\\.com/${repository}/(?:blob|tree)/main|raw\\.githubusercontent\\.com/${repository}/main)/([^#]+)`,
  ).exec(target)?.[1];
  if (own !== undefined) return existsSync(join(root, own)) ? undefined : 'the project has no such file';
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path)).replaceAll('\\', '/');
  if (!files.includes(file)) return 'the tarball has no such file';
  return anchor === undefined || anchors(read(file)).includes(anchor) ? undefined : 'no such heading';
}

test('behavior: every link of a packed page leads somewhere, and every picture of the README is absolute', () => {
  const pages = files.filter((path) => path.endsWith('.md'));
  const links = pages.flatMap((page) => {
    const prose = read(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`\n]*`/g, '');
    return [...prose.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, picture = '', target = '']) => ({
      page,
      picture,
      target,
    }));
  });
  expect(links.length).toBeGreaterThan(150);
  const broken = links.flatMap(({ page, target }) => {
    const reason = brokenLink(page, target);
    return reason === undefined ? [] : [`${page}: ${target}: ${reason}`];
  });
  expect(broken).toEqual([]);
  const inReadme = links.filter(({ page }) => page === 'README.md');
  expect(inReadme.filter(({ target }) => !/^(https:|#)/.test(target))).toEqual([]);
  expect(inReadme.filter(({ picture }) => picture === '!').length).toBeGreaterThan(0);
});

test('behavior: the notices and SECURITY.md name what the CycloneDX list names, with each licence', () => {
  const bom = JSON.parse(read('bom.cdx.json')) as Bom;
  const packages = readBuiltIn(bom);
  expect(bom.specVersion).toBe('1.6');
  expect(bom.metadata.component).toMatchObject({ name: 'wabakit', version: manifest.version });
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['ky', 'preact']));
  expect(read('THIRD-PARTY-NOTICES')).toBe(renderNotices(packages));
  // Run `node scripts/third-party.ts` after a build that changed it.
  expect(listBuiltIn(read('SECURITY.md'), packages)).toBe(read('SECURITY.md'));
});

test('error: where something is not built, it is named', () => {
  expect(() => checkPackable(project)).toThrow(
    `package.json promises ${promisedFiles.length} files that are not there. Run \`npm run build\` first. Missing: ./dist/index.cjs, `,
  );
});

test('error: npm packs nothing where the build fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-unbuilt-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { name, version, scripts } = manifest;
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name, version, scripts: { prepack: scripts.prepack } }),
    );
    const { status } = spawnSync('npm', ['pack', '--silent'], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    expect(status).not.toBe(0);
    expect(readdirSync(folder).filter((file) => file.endsWith('.tgz'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
