import type { Options } from 'tsup';

type Plugin = NonNullable<Options['plugins']>[number];

/**
 * The CommonJS build turns `var ApiError = class extends …` with fields into `(_class = class extends …)`, so that stack traces and
 * `util.inspect` show `_class`. This gives each class its name before that happens.
 */
export const classNames: Plugin = {
  name: 'class-names',
  renderChunk(code) {
    return this.format === 'cjs'
      ? { code: code.replace(/^((?:var|let|const) (\w+) = class) (?=extends |\{)/gm, '$1 $2 ') }
      : undefined;
  },
};
