import { afterEach, expect, test } from 'vitest';
import { defaultApiVersion } from 'wabakit';
import { createEmulator, type Emulator } from 'wabakit/emulator';
import { graphVersionsAt } from '../../src/shared/graph-versions.ts';

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

async function served(date: string, version: string): Promise<string> {
  emulator = await createEmulator({ clock: { start: date } });
  const response = await emulator.fetch(`https://graph.facebook.com/${version}${emulator.phoneNumberId}`, {
    headers: { authorization: `Bearer ${emulator.accessToken}` },
  });
  return `${response.status} ${response.headers.get('facebook-api-version') ?? ''}`;
}

test.each([
  ['2026-11-28', 'v27.0/', '200 v27.0'],
  ['2026-11-28', 'v26.0/', '200 v26.0'],
  ['2026-11-28', 'v22.0/', '200 v22.0'],
  ['2026-11-28', '', '200 v27.0'],
  ['2026-11-03', '', '200 v26.0'],
])('default: on %s a call to "%s" is served: %s', async (date, version, expected) => {
  expect(await served(date, version)).toBe(expected);
});

test.each([
  ['2026-09-23', 'v20.0/', '200 v20.0'],
  ['2026-09-24', 'v20.0/', '200 v21.0'],
  ['2027-01-20', 'v21.0/', '200 v21.0'],
  ['2027-01-21', 'v21.0/', '200 v22.0'],
  ['2026-11-28', 'v3.0/', '200 v21.0'],
])(
  'behavior: on %s an expired version is served by the oldest that lives: %s%s',
  async (date, version, expected) => {
    expect(await served(date, version)).toBe(expected);
  },
);

test.each(['v28.0', 'v99.0'])('behavior: %s, newer than known, is served as it stands', async (version) => {
  expect(await served('2026-11-28', `${version}/`)).toBe(`200 ${version}`);
});

test('behavior: a refusal names the version too', async () => {
  emulator = await createEmulator();
  const response = await emulator.fetch('https://graph.facebook.com/v25.0/1');
  expect([response.status, response.headers.get('facebook-api-version')]).toEqual([401, 'v25.0']);
});

test.each([
  ['2026-11-28', { oldest: 21, newest: 27 }],
  ['2026-11-04', { oldest: 21, newest: 27 }],
  ['2026-11-03', { oldest: 21, newest: 26 }],
  ['2027-01-21', { oldest: 22, newest: 27 }],
  ['2022-02-08', { oldest: 13, newest: 13 }],
  ['2020-01-01', { oldest: 13, newest: 13 }],
  ['2040-01-01', { oldest: 26, newest: 27 }],
])('default: on %s the living versions are %o', (date, expected) => {
  expect(graphVersionsAt(Date.parse(date))).toEqual(expected);
});

test('behavior: the version that clients use by default lives on the day this was written and for two years', () => {
  const major = Number(defaultApiVersion.slice(1, -2));
  for (const date of ['2026-11-28', '2028-07-28']) {
    const { oldest, newest } = graphVersionsAt(Date.parse(date));
    expect(major).toBeGreaterThanOrEqual(oldest);
    expect(major).toBeLessThanOrEqual(newest);
  }
});
