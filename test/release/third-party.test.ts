import type { Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import {
  createBom,
  listBuiltIn,
  mergeMetafiles,
  readBuiltIn,
  renderNotices,
  type Bom,
} from '../../scripts/third-party.ts';

/** A metafile of one output with so many bytes of each input. */
function metafile(bytes: Readonly<Record<string, number>>, output = 'dist/index.js'): Metafile {
  const paths = Object.keys(bytes);
  return {
    inputs: Object.fromEntries(paths.map((path) => [path, { bytes: 1000, imports: [] }])),
    outputs: {
      [output]: {
        bytes: 1000,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: bytes[path] ?? 0 }])),
      },
    },
  };
}

/** A CycloneDX list with one package of others. */
const bomWith = (component: Partial<NonNullable<Bom['components']>[number]>): Bom => ({
  specVersion: '1.6',
  metadata: { component: { name: 'wabakit', version: '1.0.0' } },
  components: [
    {
      name: 'left',
      version: '2.0.0',
      scope: 'required',
      licenses: [{ license: { id: 'MIT' } }],
      evidence: { licenses: [{ license: { text: { content: 'Copyright Left' } } }] },
      ...component,
    },
  ],
});

test('default: a package with a byte in any output is listed with its licence, and one without is not', async () => {
  const merged = mergeMetafiles([
    metafile({
      'src/index.ts': 10,
      'node_modules/zod/v4/mini/index.js': 5,
      'node_modules/express/index.js': 0,
    }),
    // A build within the build, with an output of the same name.
    metafile({ 'node_modules/@hono/node-server/dist/index.mjs': 1 }),
  ]);
  const bom = JSON.parse(await createBom(merged)) as Bom;
  const packages = readBuiltIn(bom);
  expect(packages.map(({ name, licence }) => [name, licence])).toEqual([
    ['@hono/node-server', 'MIT'],
    ['zod', 'MIT'],
  ]);
  expect(packages.map(({ texts }) => texts.length)).toEqual([1, 1]);
  expect(packages[1]?.texts[0]).toContain('Colin McDonnell');
  expect([bom.specVersion, bom.metadata.component.name]).toEqual(['1.6', 'wabakit']);
}, 60_000);

test('behavior: the same build gives the same list', async () => {
  const build = metafile({ 'node_modules/ky/distribution/index.js': 1 });
  expect(await createBom(build)).toBe(await createBom(build));
}, 60_000);

test('behavior: the notices hold name, version, licence and the whole text', () => {
  const [left] = readBuiltIn(bomWith({ group: '@to' }));
  expect(left).toEqual({ name: '@to/left', version: '2.0.0', licence: 'MIT', texts: ['Copyright Left'] });
  expect(renderNotices(left === undefined ? [] : [left])).toBe(
    `wabakit contains code of these packages. bom.cdx.json lists the same for programs.\n\n${'-'.repeat(80)}\n@to/left 2.0.0 (MIT)\n\nCopyright Left\n`,
  );
});

test('behavior: a page names what is built in between its marks', () => {
  const page = 'Before\n<!-- built in -->\nold\n<!-- /built in -->\nAfter';
  expect(listBuiltIn(page, readBuiltIn(bomWith({ name: 'a$1b' })))).toBe(
    'Before\n<!-- built in -->\n\n- `a$1b` (MIT)\n\n<!-- /built in -->\nAfter',
  );
});

test.each([
  ['a licence that is not allowed', { licenses: [{ license: { id: 'GPL-3.0-only' } }] }, 'GPL-3.0-only'],
  [
    'a choice of licences that is still open',
    { licenses: [{ expression: 'MIT OR GPL-3.0-only' }] },
    'MIT OR GPL-3.0-only',
  ],
  [
    'a licence that has no SPDX id',
    { licenses: [{ license: { name: 'SEE LICENSE IN x' } }] },
    'SEE LICENSE IN x',
  ],
  ['no licence', { licenses: [] }, ''],
])('error: %s', (_, component, licence) => {
  expect(() => readBuiltIn(bomWith(component))).toThrow(
    `Not everything that is built in may be shipped:\nleft@2.0.0 has the licence "${licence}", which is not in allowedLicences.`,
  );
});

test('error: no licence text, and all that is wrong at once', () => {
  expect(() => readBuiltIn(bomWith({ evidence: {}, licenses: [] }))).toThrow(
    'allowedLicences.\nleft@2.0.0 has no licence file, so its text cannot be shipped.',
  );
});
