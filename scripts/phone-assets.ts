/** Bundles the phone page and puts it, as text, in the place of `src/emulator/page/assets.ts`. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const source = (name: string): string =>
  fileURLToPath(new URL(`../src/emulator/page/${name}`, import.meta.url));

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0]?.text.trim() ?? '';
}

/** The page's program and style sheet, minified. */
export async function buildPhoneAssets(): Promise<{ script: string; style: string }> {
  const [script, style] = await Promise.all([bundle('main.tsx'), bundle('styles/index.css')]);
  return { script, style };
}

/** The plugin for the package's build. */
export const phoneAssets: Plugin = {
  name: 'phone-assets',
  setup(host) {
    host.onLoad({ filter: /[\\/]emulator[\\/]page[\\/]assets\.ts$/ }, async () => {
      const { script, style } = await buildPhoneAssets();
      return {
        contents: `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`,
        loader: 'js',
      };
    });
  },
};
