import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describeError } from '../describe-error.ts';
import type { CliIo } from '../io.ts';
import { writeFiles } from '../write-files.ts';

/** What the emulator of this installation signs and is called with. */
export interface EmulatorSecrets {
  readonly accessToken: string;
  readonly appSecret: string;
}

const absolute = (path: string | undefined): string | undefined =>
  path !== undefined && isAbsolute(path) ? path : undefined;

/**
 * Returns the folder that keeps the state of programs for this user. Sources: XDG Base Directory Specification 0.8 (`XDG_STATE_HOME`), Apple's
 * File System Programming Guide (Application Support), Microsoft's Known Folders (`LOCALAPPDATA`).
 */
export function getStateFolder(
  platform: NodeJS.Platform,
  env: CliIo['env'],
  home: string = homedir(),
): string {
  const xdg = absolute(env['XDG_STATE_HOME']);
  if (xdg !== undefined) return join(xdg, 'wabakit');
  if (platform === 'win32')
    return join(absolute(env['LOCALAPPDATA']) ?? join(home, 'AppData', 'Local'), 'wabakit');
  return platform === 'darwin'
    ? join(home, 'Library', 'Application Support', 'wabakit')
    : join(home, '.local', 'state', 'wabakit');
}

const createSecrets = (): EmulatorSecrets => ({
  accessToken: `EAAE${randomBytes(45).toString('base64url').replaceAll(/[-_]/g, 'x')}`,
  appSecret: randomBytes(16).toString('hex'),
});

const getCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);

function parse(text: string): EmulatorSecrets | undefined {
  try {
    const { accessToken, appSecret } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    return isText(accessToken, /^EAA\w{20,}$/) && isText(appSecret, /^[0-9a-f]{32}$/)
      ? { accessToken, appSecret }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the secrets in the file; `undefined` if there is no file. A damaged file is deleted, with a message. */
async function read(file: string, io: CliIo): Promise<EmulatorSecrets | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (getCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const secrets = parse(text);
  if (secrets !== undefined) {
    // A copy or a restored backup may have opened it to others.
    await chmod(file, 0o600);
    return secrets;
  }
  await rm(file);
  io.error(`${file} was damaged. The emulator has a new access token and app secret: update your .env file.`);
  return undefined;
}

async function create(folder: string, file: string, io: CliIo): Promise<EmulatorSecrets> {
  const secrets = createSecrets();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const text = `${JSON.stringify(secrets, null, 2)}\n`;
    await writeFiles(new Map([[file, text]]), { mode: 0o600, mustBeNew: true });
    return secrets;
  } catch (error) {
    // Another emulator was first.
    const others = getCode(error) === 'EEXIST' ? await read(file, io) : undefined;
    if (others === undefined) throw error;
    return others;
  }
}

/**
 * Returns the access token and the app secret of this installation. They are drawn once and kept in the user's state folder, readable by this user
 * only, so that a web page or another user cannot know them and an `.env` file holds. Where they cannot be kept, new ones are returned, with a
 * message.
 */
export async function loadSecrets(io: CliIo): Promise<EmulatorSecrets> {
  const folder = getStateFolder(process.platform, io.env);
  const file = join(folder, 'emulator.json');
  try {
    return (await read(file, io)) ?? (await create(folder, file, io));
  } catch (error) {
    io.error(
      `The access token and the app secret of the emulator cannot be kept: ${describeError(error)} ` +
        'They are new with each start. Give --access-token and --app-secret, or set XDG_STATE_HOME to a folder that can be written.',
    );
    return createSecrets();
  }
}
