import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateFlowJson } from 'wabakit/flows';
import { publishableVersions } from '../../../src/flows/json/versions.ts';
import { meaningMutations } from './meaning-mutations.ts';
import { shapeMutations } from './shape-mutations.ts';
import { booking, everyComponent, smallest } from './samples.ts';

const getCodes = (flow: object): readonly string[] =>
  [
    ...new Set(
      validateFlowJson(flow)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
    ),
  ].sort();

test.each([...shapeMutations, ...meaningMutations])(
  'error: $name',
  ({ flow, change, codes, since = '5.1' }) => {
    for (const version of publishableVersions.filter((one) => one >= since)) {
      const changed = flow(version);
      change(changed);
      expect([version, ...getCodes(changed)]).toEqual([version, ...[...codes].sort()]);
    }
  },
);

test('behavior: whatever stands anywhere, nothing throws, and every issue is complete', () => {
  const flows = [smallest, booking, everyComponent];
  fc.assert(
    fc.property(
      fc.constantFrom(...flows),
      fc.constantFrom(...publishableVersions),
      fc.nat(),
      fc.jsonValue({ maxDepth: 3 }),
      (make, version, place, value) => {
        let left = place;
        const places: unknown[] = [];
        const text = JSON.stringify(make(version), (key, inner: unknown) => {
          places.push(key);
          return inner;
        });
        left %= places.length;
        const changed: unknown = JSON.parse(text, (_key, inner: unknown) => (left-- === 0 ? value : inner));
        for (const issue of validateFlowJson(changed as object)) {
          expect(issue.code).toMatch(/^[A-Z_]+$/);
          expect(issue.message).not.toMatch(/undefined|\[object|NaN|\.$/);
          expect(issue.path).not.toContain('undefined');
        }
      },
    ),
    { numRuns: 400 },
  );
});
