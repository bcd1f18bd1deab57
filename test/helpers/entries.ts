import manifest from '../../package.json' with { type: 'json' };

/** The public entries by the name a user imports: `wabakit`, `wabakit/pricing`, … */
export const entries: readonly string[] = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === 'string' ? [] : [path.replace('.', 'wabakit')],
);
