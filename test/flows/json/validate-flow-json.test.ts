import { describe, expect, test } from 'vitest';
import { validateFlowJson } from '../../../src/flows/index.ts';
import { publishableVersions } from '../../../src/flows/json/versions.ts';
import { booking, everyComponent, smallest } from './samples.ts';

const show = (flow: string | object): readonly string[] =>
  validateFlowJson(flow).map(({ code, path, severity, message }) => `${severity} ${code} ${path} ${message}`);

describe.each(publishableVersions)('Flow JSON %s', (version) => {
  test('default: a Flow with every component of the version has no issue', () => {
    expect(show(everyComponent(version))).toEqual([]);
    expect(show(smallest(version))).toEqual([]);
    expect(show(booking(version))).toEqual([]);
  });
});
