import { defineConfig } from 'vitest/config';
import base from '../../../vitest.config.ts';

/** The project's configuration over the fixtures of this folder. */
export default defineConfig({
  ...base,
  test: { ...base.test, root: import.meta.dirname, include: ['*.fixture.ts'] },
});
