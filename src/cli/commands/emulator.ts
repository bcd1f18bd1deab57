import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Emulator, EmulatorServer } from 'wabakit/emulator';
import type { CliIo } from '../io.ts';
import { loadSecrets, type EmulatorSecrets } from '../emulator/secrets.ts';
import { keepState } from '../emulator/state.ts';
import { subscribeWhenUp } from './subscribe-when-up.ts';

interface EmulatorFlags {
  readonly port: number;
  readonly webhook?: string;
  readonly accessToken?: string;
  readonly phoneNumberId?: string;
  readonly wabaId?: string;
  readonly appSecret?: string;
  readonly verifyToken?: string;
  readonly envFile?: string;
  readonly seed?: number;
  readonly clock: 'real' | 'manual' | 'x60';
  readonly review: 'rules' | 'hand';
  readonly state?: string;
  /** `true` without names. */
  readonly listenAnywhere?: true | readonly string[];
}

/** The variables of the file that `--env-file` names, once the command runs. */
type EnvFile = Readonly<Record<string, string | undefined>>;

const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from 0 to ${most}.`);
  };

function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text;
  throw new InvalidArgumentError('Give an http or https URL.');
}

const clockWords = {
  real: 'follows this machine',
  manual: 'stands still until you advance it',
  x60: 'an hour a minute',
} as const;

function greeting(
  emulator: Emulator,
  { url }: EmulatorServer,
  { webhook, clock, state, envFile }: EmulatorFlags,
): string {
  const line = (name: string, value: string): string => `  ${name.padEnd(10)}${value}`;
  return [
    'wabakit emulator: the WhatsApp Cloud API on this machine',
    '',
    line('Phones', `${url}/_wabakit/`),
    line(
      'Webhooks',
      webhook === undefined
        ? 'not sent: start with --webhook URL, or set the URL on the page'
        : `${webhook}, as soon as it passes the handshake`,
    ),
    line('Clock', clockWords[clock]),
    line('State', state ?? 'in memory only: keep it with --state FILE'),
    '',
    envFile === undefined
      ? 'Paste this into the environment of your client:'
      : `Set this in addition to ${envFile}, whose ids and secrets are used:`,
    '',
    `  WHATSAPP_BASE_URL=${url}`,
    ...(envFile === undefined
      ? [
          `  WHATSAPP_ACCESS_TOKEN=${emulator.accessToken}`,
          `  WHATSAPP_PHONE_NUMBER_ID=${emulator.phoneNumberId}`,
          `  WHATSAPP_WABA_ID=${emulator.wabaId}`,
          `  WHATSAPP_APP_SECRET=${emulator.appSecret}`,
          `  WHATSAPP_VERIFY_TOKEN=${emulator.verifyToken}`,
        ]
      : []),
    '',
    'Ctrl+C ends it.',
  ].join('\n');
}

/** Resolves at the first signal. The second one ends the process at once. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    let isFirst = true;
    const end = (): void => {
      if (!isFirst) process.exit(130);
      isFirst = false;
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });

const getListening = ({ port, listenAnywhere }: EmulatorFlags) =>
  listenAnywhere === undefined
    ? { port }
    : { port, listenAnywhere: true, allowedHosts: listenAnywhere === true ? [] : listenAnywhere };

async function run(flags: EmulatorFlags, io: CliIo, envFile: EnvFile): Promise<void> {
  // Only what a file of the user's choice holds: a token in the environment of the shell may be a real one.
  const own = (flag: string | undefined, name: string): string | undefined =>
    flag ?? (envFile[name] || undefined);
  // Loaded here, so that the other commands start without it.
  const { createEmulator } = await import('wabakit/emulator');
  const given: Partial<EmulatorSecrets> = {
    accessToken: own(flags.accessToken, 'WHATSAPP_ACCESS_TOKEN'),
    appSecret: own(flags.appSecret, 'WHATSAPP_APP_SECRET'),
  };
  const isGiven = given.accessToken !== undefined && given.appSecret !== undefined;
  const kept = isGiven ? undefined : await loadSecrets(io);
  const emulator = await createEmulator({
    seed: flags.seed,
    accessToken: given.accessToken ?? kept?.accessToken,
    phoneNumberId: own(flags.phoneNumberId, 'WHATSAPP_PHONE_NUMBER_ID'),
    wabaId: own(flags.wabaId, 'WHATSAPP_WABA_ID'),
    clock: flags.clock,
    templateReview: flags.review === 'hand' ? 'manual' : 'rules',
    webhook: {
      appSecret: given.appSecret ?? kept?.appSecret,
      verifyToken: own(flags.verifyToken, 'WHATSAPP_VERIFY_TOKEN'),
    },
  });
  try {
    const server = await emulator.listen(getListening(flags));
    const saveState = flags.state === undefined ? undefined : await keepState(emulator, flags.state, io);
    const end = interrupted();
    io.out(greeting(emulator, server, flags));
    const stop = new AbortController();
    const subscribed =
      flags.webhook === undefined ? undefined : subscribeWhenUp(emulator, flags.webhook, io, stop.signal);
    await Promise.race([end, ...(subscribed === undefined ? [] : [subscribed.then(() => end)])]);
    stop.abort();
    await subscribed;
    await saveState?.();
  } finally {
    await emulator.close();
  }
}

/** `wabakit emulator`: serves the emulator and its phone page until it is interrupted. */
export function registerEmulator(program: Command, io: CliIo, envFile: EnvFile): void {
  program
    .command('emulator')
    .description(
      "Serve the WhatsApp Cloud API on this machine, with your customers' phones on a page. Needs no account.",
    )
    .option('--port <number>', 'the port on 127.0.0.1; 0 uses any free port', wholeNumber(65_535), 4004)
    .option(
      '--webhook <url>',
      'the URL of your webhook receiver; it is verified as soon as your app listens, which may start later',
      httpUrl,
    )
    .option('--access-token <token>', 'the token that calls must carry (default: that of this installation)')
    .option('--phone-number-id <id>', 'the id of the business number (default: 106540352242922)')
    .option('--waba-id <id>', 'the id of the WhatsApp Business Account (default: 102290129340398)')
    .option(
      '--app-secret <secret>',
      'the app secret that signs webhooks (default: that of this installation)',
    )
    .option('--verify-token <token>', 'the token sent to verify the webhook URL (default: "emulator")')
    .option(
      '--seed <number>',
      'the seed of ids and personas; the same seed gives the same run (default: 1)',
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
    .option(
      '--listen-anywhere [names...]',
      'let other machines and containers call it, by these names or addresses too, such as emulator or 192.168.1.20; they see the phones and the token',
    )
    .action((_, command: Command) => run(command.optsWithGlobals<EmulatorFlags>(), io, envFile));
}
