import { defineConfig } from 'tsup';
import manifest from './package.json' with { type: 'json' };
import { classNames } from './scripts/class-names.ts';
import { minifyChunks, minifyLibraries } from './scripts/minify.ts';
import { nodeModules } from './scripts/node-modules.ts';
import { ownFiles, ownFilesPlugin } from './scripts/own-files.ts';
import { phoneAssets } from './scripts/phone-assets.ts';
import { pureCalls } from './scripts/pure-calls.ts';
import { writeThirdParty } from './scripts/third-party.ts';

/** Every public entry, read from the package's export map: `./dist/pricing/index.js` is built from `src/pricing/index.ts`. */
const entries = Object.values(manifest.exports)
  .flatMap((target) => (typeof target === 'string' ? [] : [target.import.default]))
  .map((file) => file.replace('./dist/', '').replace('.js', ''));
/** What the import `#node-engine` chooses from. */
const engines = ['transport/engines/node', 'transport/engines/portable'];

const toEntry = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));

export default defineConfig({
  entry: toEntry([...entries, ...engines, ...ownFiles, 'cli/main']),
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  removeNodeProtocol: false,
  external: [/^node:/, /^#/, /^wabakit/, 'msw'],
  // A build within the build: a second configuration would race with `clean`.
  esbuildPlugins: [ownFilesPlugin, nodeModules, phoneAssets, minifyLibraries, pureCalls],
  esbuildOptions(options, { format }) {
    // The command is started as an ES module, and nothing requires it.
    if (format === 'cjs') options.entryPoints = toEntry([...entries, ...engines, ...ownFiles]);
  },
  plugins: [classNames, minifyChunks],
  dts: { entry: toEntry([...entries, ...engines]) },
  splitting: true,
  clean: true,
  // What is built in is listed from these, with the licences; they stay out of the package.
  metafile: true,
  onSuccess: async () => {
    await writeThirdParty();
  },
});
