import { runCli } from '../../src/cli/program.ts';

/** What a command printed and how it ended. */
export interface CliRun {
  readonly out: string;
  readonly error: string;
  readonly code: number;
}

/** Runs a command line in this process. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const out: string[] = [];
  const error: string[] = [];
  let code = 0;
  await runCli(args, {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    fail: (value) => {
      code = value;
    },
    env,
  });
  return { out: out.join('\n'), error: error.join('\n'), code };
}
