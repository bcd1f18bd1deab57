/**
 * `npm run attacks`: runs the long form of the tests in test/attacks (about ten minutes) and prints their counts and times. Arguments go to
 * vitest: `npm run attacks -- stores`.
 */
import { startVitest } from 'vitest/node';

process.env['WABAKIT_ATTACKS'] = 'long';
const filters = process.argv.slice(2);
await startVitest('test', filters.length > 0 ? filters : ['test/attacks'], {
  run: true,
  testTimeout: 600_000,
});
