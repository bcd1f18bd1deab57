/** What a command may touch of the world, so that tests can stand in for the terminal. */
export interface CliIo {
  /** Prints one line (or several) of the answer to standard output. */
  out(text: string): void;
  /** Prints a remark or an error to standard error. */
  error(text: string): void;
  /** Sets the exit code of the process: 0 fine, 1 the answer is no, 2 the call was wrong. */
  fail(code: 1 | 2): void;
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
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
