import { expect, test } from 'vitest';
import { checks } from './checks.ts';

// The same checks that `npm run runtimes` runs on the packed package everywhere, on this Node and on the sources.
test.each(checks)('behavior: $name', async ({ run }) => {
  expect(await run()).toBeUndefined();
});
