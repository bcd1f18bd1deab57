/** Bundles the phone page and puts it, as text, in the place of `src/emulator/page/assets.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

const source = (name: string): string =>
  fileURLToPath(new URL(`../src/emulator/page/${name}`, import.meta.url));

async function bundle(entry: string): Promise<{ text: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
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
    metafile: true,
  });
  return { text: outputFiles[0]?.text.trim() ?? '', metafile };
}

/** The page's program and style sheet, minified, and what each is bundled from. */
export async function buildPhoneAssets(): Promise<{
  script: string;
  style: string;
  metafiles: Readonly<Record<'script' | 'style', Metafile>>;
}> {
  const [script, style] = await Promise.all([bundle('main.tsx'), bundle('styles/index.css')]);
  return {
    script: script.text,
    style: style.text,
    metafiles: { script: script.metafile, style: style.metafile },
  };
}

/** The plugin for the package's build. */
export const phoneAssets: Plugin = {
  name: 'phone-assets',
  setup(host) {
    host.onLoad({ filter: /[\\/]emulator[\\/]page[\\/]assets\.ts$/ }, async () => {
      const { script, style, metafiles } = await buildPhoneAssets();
      const { outdir, metafile: isListed } = host.initialOptions;
      if (isListed === true && outdir !== undefined) {
        mkdirSync(outdir, { recursive: true });
        for (const [name, metafile] of Object.entries(metafiles))
          writeFileSync(join(outdir, `metafile-phone-${name}.json`), JSON.stringify(metafile));
      }
      return {
        contents: `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`,
        loader: 'js',
      };
    });
  },
};
