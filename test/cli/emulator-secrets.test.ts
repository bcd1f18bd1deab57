import { expect, test } from 'vitest';
import { getStateFolder } from '../../src/cli/emulator/secrets.ts';

test.each([
  ['linux', {}, '/home/ana/.local/state/wabakit'],
  ['linux', { XDG_STATE_HOME: '/var/state' }, '/var/state/wabakit'],
  ['linux', { XDG_STATE_HOME: 'relative' }, '/home/ana/.local/state/wabakit'],
  ['linux', { XDG_STATE_HOME: '' }, '/home/ana/.local/state/wabakit'],
  ['darwin', {}, '/home/ana/Library/Application Support/wabakit'],
  ['win32', {}, '/home/ana/AppData/Local/wabakit'],
  ['win32', { LOCALAPPDATA: '/data' }, '/data/wabakit'],
] as const)('default: the state folder on %s with %j is %s', (platform, env, folder) => {
  expect(getStateFolder(platform, env, '/home/ana')).toBe(folder);
});
