import { createClient } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';

/** A reason why a check cannot run on this runtime; nothing when it ran. */
export type NotRun = string | undefined;

/** One thing to prove. It throws when it is not so. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<NotRun> | Promise<void>;
}

export const customer = '+5511987654321';
export const appSecret = 'the-app-secret';
export const verifyToken = 'the-verify-token';
export const onWorkers = navigator.userAgent === 'Cloudflare-Workers';
export const onNode = navigator.userAgent.startsWith('Node.js/');

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`);
}

export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

export const getClient = ({ accessToken, phoneNumberId, wabaId, fetch }: Emulator) =>
  createClient({ accessToken, phoneNumberId, wabaId, fetch });
