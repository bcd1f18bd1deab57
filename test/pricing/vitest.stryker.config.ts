import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The room's tests alone, for the mutation run; the long comparison with the slow implementation is left out. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: base.resolve,
  test: {
    include: ['test/pricing/**/*.test.ts'],
    exclude: ['test/pricing/histories.test.ts'],
    testTimeout: 20_000,
  },
});
