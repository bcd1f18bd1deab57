import { Command, CommanderError } from 'commander';
import { isWabakitError } from 'wabakit';
import manifest from '../../package.json' with { type: 'json' };
import { registerEmulator } from './commands/emulator.ts';
import { registerPrice } from './commands/price.ts';
import { registerQueue } from './commands/queue.ts';
import { registerSay } from './commands/say.ts';
import { registerSend } from './commands/send.ts';
import { registerTemplates } from './commands/templates.ts';
import { registerWebhook } from './commands/webhook.ts';
import { describeError, isFileError } from './describe-error.ts';
import { readEnvFile } from './environment.ts';
import type { CliIo } from './io.ts';
import { printableLines } from './printable.ts';

/** Builds the command line with everything registered on it. */
function createProgram(terminal: CliIo): Command {
  const env = { ...terminal.env };
  const envFile: Record<string, string | undefined> = {};
  const io: CliIo = {
    ...terminal,
    out: (text) => terminal.out(printableLines(text)),
    error: (text) => terminal.error(printableLines(text)),
    env,
  };
  const program = new Command('wabakit')
    .description('The WhatsApp Business Platform on the command line.')
    .version(manifest.version)
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.error(text.trimEnd()),
    })
    .exitOverride()
    .option(
      '--env-file <file>',
      'read environment variables such as WHATSAPP_ACCESS_TOKEN from this file; those that are set stay',
    )
    .hook('preAction', async (_, command) => {
      const { envFile: path } = command.optsWithGlobals<{ readonly envFile?: string }>();
      if (path === undefined) return;
      Object.assign(envFile, await readEnvFile(path));
      Object.assign(env, envFile, terminal.env);
    })
    .showHelpAfterError('(add --help for what it takes)');
  registerEmulator(program, io, envFile);
  registerPrice(program, io);
  registerQueue(program, io);
  registerSay(program, io);
  registerSend(program, io);
  registerTemplates(program, io);
  registerWebhook(program, io);
  return program;
}

/** Runs one command line. An error prints one message and sets the exit code: 1 for a negative result, 2 for wrong arguments or input. */
export async function runCli(args: readonly string[], io: CliIo): Promise<void> {
  try {
    await createProgram(io).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) io.fail(2);
      return;
    }
    io.error(printableLines(describeError(error)));
    io.fail((isWabakitError(error) && error.kind === 'usage') || isFileError(error) ? 2 : 1);
  }
}
