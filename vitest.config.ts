import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^wabakit$/, replacement: source('./src/index.ts') },
      { find: /^wabakit\/emulator\/msw$/, replacement: source('./src/emulator/msw.ts') },
      { find: /^wabakit\/([a-z]+)$/, replacement: source('./src/$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
