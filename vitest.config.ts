import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { RequirementsReporter } from './test/helpers/requirements-reporter.ts';
import { checkRequired, requirementTags } from './test/helpers/requirements.ts';

/** Each entry by the name a user imports, on its source: `./dist/pricing/index.js` is built from `src/pricing/index.ts`. */
const alias = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === 'string'
    ? []
    : [
        {
          find: new RegExp(`^${path.replace('.', 'wabakit')}$`),
          replacement: fileURLToPath(
            new URL(
              target.import.default.replace('./dist/', './src/').replace('.js', '.ts'),
              import.meta.url,
            ),
          ),
        },
      ],
);

checkRequired();

export default defineConfig({
  resolve: {
    alias: [
      {
        find: '#node-engine',
        replacement: fileURLToPath(new URL('src/transport/engines/node.ts', import.meta.url)),
      },
      ...alias,
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    tags: requirementTags(),
    reporters: ['default', new RequirementsReporter()],
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
