import { readFile } from 'node:fs/promises';
import { transform, type Plugin } from 'esbuild';
import type { Options } from 'tsup';

type ChunkPlugin = NonNullable<Options['plugins']>[number];

/**
 * Minifies the libraries that are built in, names included. Our own code keeps its names, so that a stack trace can be read. What becomes CommonJS is left
 * as it is: that step reads code by its tokens, and writes wrong code for some that has no white space.
 */
export const minifyLibraries: Plugin = {
  name: 'minify-libraries',
  setup(build) {
    if (build.initialOptions.outExtension?.['.js'] === '.cjs') return;
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { code } = await transform(text, { minify: true, legalComments: 'none', target: 'es2023' });
      return { contents: code, loader: 'js' };
    });
  },
};

// Files that no bundle takes a part of: the command, the emulator, and what is loaded with import().
const whole =
  /(^|\/)(cli|emulator)\/|(^|\/)(server|document|codes|message|rooms|file-type|distribution)-[^/]*$/;

/**
 * Takes the white space out of files that no bundle takes a part of. All others keep it: the marks that let a bundler drop a constant (`@__PURE__`) are
 * comments, and go with the white space.
 */
export const minifyChunks: ChunkPlugin = {
  name: 'minify-chunks',
  async renderChunk(text, { path }) {
    if (this.format === 'cjs' || !whole.test(path)) return undefined;
    // Short lines, so that a stack trace names a line that can be found.
    const options = { minifyWhitespace: true, minifySyntax: true, lineLimit: 160 } as const;
    const { code } = await transform(text, { ...options, format: 'esm', target: 'es2023' });
    return { code };
  },
};
