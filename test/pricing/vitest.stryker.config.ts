import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The room's tests alone, for the mutation run; the comparison with the slow implementation is kept short. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: base.resolve,
  test: {
    include: ['test/pricing/**/*.test.ts'],
    env: { WABAKIT_HISTORIES: '400' },
    testTimeout: 20_000,
    tags: base.test?.tags,
  },
});
