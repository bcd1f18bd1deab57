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

/** The terminal of this process. */
export const terminal: CliIo = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  fail: (code) => {
    process.exitCode = code;
  },
  env: process.env,
};
