import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

// Each example runs as its reader would run it: against the built package and the embedded emulator, without credentials.
const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WHATSAPP_')));

describe.concurrent('examples', () => {
  test.each(names)(
    'default: %s runs and ends well',
    async (name) => {
      const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/${name}`], {
        env,
        timeout: 60_000,
      });
      expect(stdout.trim()).not.toBe('');
    },
    60_000,
  );
});
