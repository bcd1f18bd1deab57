import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';

const folder = new URL('../../examples/testing-runners/', import.meta.url);

// Their tests become tests of this file.
describe('the Vitest example', async () => {
  await import('../../examples/testing-runners/vitest.test.ts');
});

// Jest has its functions in the global scope; Vitest's stand in for them here. `npm run frameworks` runs it in Jest itself.
describe('the Jest example, with the functions of Vitest', async () => {
  vi.stubGlobal('test', test);
  vi.stubGlobal('expect', expect);
  await import('../../examples/testing-runners/jest.test.ts');
});

test('default: the node:test example passes under node --test, against the built package', async () => {
  const file = fileURLToPath(new URL('node.test.ts', folder));
  const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', file], {
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  expect(stdout).toContain('# pass 1');
  expect(stdout).toContain('# fail 0');
});
