import { InvalidArgumentError, Option, type Command } from 'commander';
import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';
import type { CliIo } from '../io.ts';
import { keepState } from './emulator-state.ts';

interface EmulatorFlags {
  readonly port: number;
  readonly webhook?: string;
  readonly appSecret?: string;
  readonly verifyToken?: string;
  readonly seed?: number;
  readonly clock: 'real' | 'manual' | 'x60';
  readonly review: 'rules' | 'hand';
  readonly state?: string;
}

const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from 0 to ${most}.`);
  };

const clockWords = {
  real: 'follows this machine',
  manual: 'stands still until you advance it',
  x60: 'an hour a minute',
} as const;

function greeting(
  emulator: Emulator,
  { url }: EmulatorServer,
  { webhook, clock, state }: EmulatorFlags,
): string {
  const line = (name: string, value: string): string => `  ${name.padEnd(10)}${value}`;
  return [
    'wabakit emulator: the WhatsApp Cloud API on this machine',
    '',
    line('Phones', `${url}/_wabakit/`),
    line('Webhooks', webhook ?? 'not sent: start with --webhook URL, or set the URL on the page'),
    line('Clock', clockWords[clock]),
    line('State', state ?? 'in memory only: keep it with --state FILE'),
    '',
    'Paste this into the environment of your client:',
    '',
    `  WHATSAPP_BASE_URL=${url}`,
    `  WHATSAPP_ACCESS_TOKEN=${emulator.accessToken}`,
    `  WHATSAPP_PHONE_NUMBER_ID=${emulator.phoneNumberId}`,
    `  WHATSAPP_WABA_ID=${emulator.wabaId}`,
    `  WHATSAPP_APP_SECRET=${emulator.appSecret}`,
    `  WHATSAPP_VERIFY_TOKEN=${emulator.verifyToken}`,
    '',
    'Ctrl+C ends it.',
  ].join('\n');
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

async function run(flags: EmulatorFlags, io: CliIo): Promise<void> {
  const emulator = await createEmulator({
    seed: flags.seed,
    clock: flags.clock,
    templateReview: flags.review === 'hand' ? 'manual' : 'rules',
    webhook: { appSecret: flags.appSecret, verifyToken: flags.verifyToken },
  });
  try {
    const server = await emulator.listen({ port: flags.port });
    const saveState = flags.state === undefined ? undefined : await keepState(emulator, flags.state, io);
    if (flags.webhook !== undefined) await emulator.webhook.subscribe(flags.webhook);
    const end = interrupted();
    io.out(greeting(emulator, server, flags));
    await end;
    await saveState?.();
  } finally {
    await emulator.close();
  }
}

/** `wabakit emulator`: serves the emulator and its phone page until it is interrupted. */
export function registerEmulator(program: Command, io: CliIo): void {
  program
    .command('emulator')
    .description(
      "Serve the WhatsApp Cloud API on this machine, with your customers' phones on a page. Needs no account.",
    )
    .option('--port <number>', 'the port on 127.0.0.1; 0 uses any free port', wholeNumber(65_535), 4004)
    .option('--webhook <url>', 'the URL of your webhook receiver; it is verified at start')
    .option('--app-secret <secret>', 'the app secret that signs webhooks (default: derived from the seed)')
    .option('--verify-token <token>', 'the token sent to verify the webhook URL (default: "emulator")')
    .option(
      '--seed <number>',
      'the seed of ids, tokens and personas; the same seed gives the same run (default: 1)',
      wholeNumber(4_294_967_295),
    )
    .addOption(
      new Option('--clock <kind>', 'how time passes').choices(['real', 'manual', 'x60']).default('real'),
    )
    .addOption(
      new Option('--review <who>', "who reviews new templates: Meta's rules, or you on the page")
        .choices(['rules', 'hand'])
        .default('rules'),
    )
    .option('--state <file>', 'load the state from this file if it exists, and save it there')
    .action((flags: EmulatorFlags) => run(flags, io));
}
