import { describe, expect, test } from 'vitest';

test('default: needs nothing', () => {
  expect(1 + 1).toBe(2);
});

test('default: needs Chromium', { tags: ['chromium'] }, () => {
  console.log('test that needs Chromium');
});

describe('suite', { tags: ['reference'] }, () => {
  test('default: needs the reference', () => {
    console.log('test that needs the reference');
  });

  test('behavior: needs both', { tags: ['chromium'] }, () => {
    console.log('test that needs both');
  });
});
