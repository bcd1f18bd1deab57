/** The emulator in a process of its own, so that the work of the bench's client is not counted. Options come as JSON in the first argument. */
import { performance } from 'node:perf_hooks';
import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';

/** What the bench needs to know of it. */
export interface ServedEmulator {
  readonly port: number;
  readonly path: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Milliseconds that the first emulator of the process took. */
  readonly ready: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as EmulatorOptions;
const before = performance.now();
const emulator = await createEmulator(options);
const ready = performance.now() - before;
const { port } = await emulator.listen();
const served: ServedEmulator = {
  port,
  phoneNumberId: emulator.phoneNumberId,
  path: `/v26.0/${emulator.phoneNumberId}/messages`,
  accessToken: emulator.accessToken,
  ready,
};
process.send?.(served);
// Any message asks for the CPU time so far, in microseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
