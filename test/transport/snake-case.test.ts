import { expect, test } from 'vitest';
import { toSnakeCaseKeys } from '../../src/transport/snake-case.ts';

test("default: own keys get Meta's spelling, nested ones keep theirs", () => {
  expect(
    toSnakeCaseKeys({ codeMethod: 'SMS', overrideCallbackUri: '', name: 'a', nested: { endDate: 1 } }),
  ).toEqual({ code_method: 'SMS', override_callback_uri: '', name: 'a', nested: { endDate: 1 } });
});

test('behavior: undefined is left out, null and false stay', () => {
  expect(Object.entries(toSnakeCaseKeys({ isActive: undefined, endDate: null, isOpen: false }))).toEqual([
    ['end_date', null],
    ['is_open', false],
  ]);
});
