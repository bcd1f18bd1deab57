import { readFile } from 'node:fs/promises';
import { transform, type Plugin } from 'esbuild';
import type { Options } from 'tsup';

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

/**
 * Takes white space out of every file, and shortens the names of local variables. What a stack trace shows stays: functions, classes, and all that stands at the top
 * of a file. So do the marks that let a bundler drop a constant (`@__PURE__`). Lines are short, so that a stack trace names a place that can be found.
 */
export const terserOptions: Options['terserOptions'] = {
  compress: false,
  mangle: { toplevel: false, module: false, keep_fnames: true, keep_classnames: true },
  format: { comments: false, preserve_annotations: true, max_line_len: 160, ecma: 2020 },
};
