import { describeError } from './describe-error.ts';

/** The input and output of a command; tests replace it. */
export interface CliIo {
  /** Prints lines of the result to standard output. */
  out(text: string): void;
  /** Prints a notice or an error to standard error. */
  error(text: string): void;
  /** Sets the exit code of the process: 1 for a negative result, 2 for wrong arguments or input, 3 where a price is not known. */
  fail(code: 1 | 2 | 3): void;
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Ends the process when nothing takes its output any more: quietly after `wabakit … | head`, with exit code 1 where a disk is full. A command that
 * ends itself after SIGTERM, such as `emulator`, which saves its state, does so.
 */
export function endWithReaders(): void {
  const end = (error: NodeJS.ErrnoException): void => {
    for (const stream of streams) stream.off('error', end).on('error', () => undefined);
    if (error.code !== 'EPIPE') {
      process.stderr.write(`${describeError(error)}\n`);
      process.exitCode = 1;
    }
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit();
  };
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.on('error', end);
}

/** The terminal of this process. */
export const terminal: CliIo = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  fail: (code) => {
    process.exitCode = code;
  },
  env: process.env,
};
