import { defineConfig, type Options } from 'tsup';
import manifest from './package.json' with { type: 'json' };
import { classNames } from './scripts/class-names.ts';
import { minifyLibraries, terserOptions } from './scripts/minify.ts';
import { nodeModules } from './scripts/node-modules.ts';
import { coreFile, noEmptyImports } from './scripts/core-file.ts';
import { phoneAssets } from './scripts/phone-assets.ts';
import { pureCalls } from './scripts/pure-calls.ts';
import { writeRequireDeclarations } from './scripts/require-declarations.ts';
import { writeThirdParty } from './scripts/third-party.ts';

/** Every public entry, read from the package's export map: `./dist/pricing/index.js` is built from `src/pricing/index.ts`. */
const entries = Object.values(manifest.exports)
  .flatMap((target) => (typeof target === 'string' ? [] : [target.import.default]))
  .map((file) => file.replace('./dist/', '').replace('.js', ''));
/** What the import `#node-engine` chooses from. */
const engines = ['transport/engines/node', 'transport/engines/portable'];

const toEntry = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));

const common: Options = {
  target: 'es2023',
  platform: 'neutral',
  removeNodeProtocol: false,
  external: [/^node:/, /^#/, /^wabakit/, 'msw'],
};

const code: Options = {
  ...common,
  entry: toEntry([...entries, ...engines, 'core', 'cli/main']),
  format: ['esm', 'cjs'],
  // The page is built within the build: a configuration of its own would have to end before this one begins.
  esbuildPlugins: [coreFile, nodeModules, phoneAssets, minifyLibraries, pureCalls],
  esbuildOptions(options, { format }) {
    // The command is started as an ES module, and nothing requires it.
    if (format === 'cjs') options.entryPoints = toEntry([...entries, ...engines, 'core']);
  },
  plugins: [classNames, noEmptyImports],
  minify: 'terser',
  terserOptions,
  splitting: true,
  clean: true,
  // What is built in is listed from these, with the licences; they stay out of the package.
  metafile: true,
  onSuccess: async () => {
    writeRequireDeclarations([...entries, ...engines]);
    await writeThirdParty();
  },
};

const declarations: Options = {
  ...common,
  // The declarations that `require` reads are written from these.
  entry: toEntry([...entries, ...engines]),
  format: ['esm'],
  dts: { only: true },
};

// Both begin at once; `clean` is over long before the first declaration is written. `tsup --no-dts` would make the second one a build of code.
export default defineConfig(({ dts }) => (dts === false ? code : [code, declarations]));
