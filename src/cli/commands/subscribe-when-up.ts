import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { isUsageError } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';
import type { CliIo } from '../io.ts';

const tryEvery = 1000;

/** Returns whether something listens at the address of a URL. */
function isUp(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      timeout: tryEvery,
    });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

/**
 * Subscribes a webhook once the app behind its URL listens, so that the emulator may start first. A handshake that fails is told once and
 * tried again: the app may be restarted with another verify token.
 */
export async function subscribeWhenUp(
  emulator: Emulator,
  url: string,
  io: CliIo,
  signal: AbortSignal,
): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    if (await isUp(url))
      try {
        await emulator.webhook.subscribe(url);
        io.out(`Webhooks are sent to ${url}.`);
        return;
      } catch (error) {
        if (!isUsageError(error)) throw error;
        if (error.message !== told) io.error(error.message);
        told = error.message;
      }
    await setTimeout(tryEvery, undefined, { signal }).catch(() => undefined);
  }
}
