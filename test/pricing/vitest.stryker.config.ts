import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The room's tests alone, for the mutation run: the long comparisons with the slow implementation are left out. */
export default mergeConfig(
  base,
  defineConfig({
    test: { include: ['test/pricing/**/*.test.ts'], exclude: ['test/pricing/histories.test.ts'] },
  }),
);
