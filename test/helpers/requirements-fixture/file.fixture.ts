// @module-tag redis
import { beforeAll, describe, expect, test } from 'vitest';

let server = '';
beforeAll(() => {
  server = 'started';
  console.log('hook of the tagged file');
});

describe.each(['one', 'other'])('%s', (name) => {
  test.each([1, 2])('behavior: test %i', () => {
    expect([name, server]).toEqual([name, 'started']);
  });
});
