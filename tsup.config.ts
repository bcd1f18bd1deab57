import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'webhooks/index': 'src/webhooks/index.ts',
    'pricing/index': 'src/pricing/index.ts',
    'emulator/index': 'src/emulator/index.ts',
    'emulator/msw': 'src/emulator/msw.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2023',
  platform: 'neutral',
  external: [/^node:/, 'msw'],
  dts: true,
  splitting: true,
  keepNames: true,
  clean: true,
});
