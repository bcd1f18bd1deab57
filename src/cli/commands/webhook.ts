import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from 'wabakit';
import {
  loadConsentReader,
  parseRecordedWebhook,
  parseWebhook,
  signPayload,
  verifySignature,
  type ReceivedWebhook,
  type WebhookEvent,
} from 'wabakit/webhooks';
import type { CliIo } from '../io.ts';
import { formatTime, joinWords } from '../line.ts';
import { parseCount } from '../parse-count.ts';

interface TailOptions {
  readonly count?: number;
  readonly json?: boolean;
}

const pollMs = 300;

function getAppSecret(io: CliIo): string {
  const secret = io.env['WHATSAPP_APP_SECRET'];
  if (secret !== undefined && secret !== '') return secret;
  throw new UsageError({
    summary: 'WHATSAPP_APP_SECRET is not set.',
    details: [
      'Copy it from the App Dashboard, App settings, Basic. It is not an option, so that it stays out of the shell history.',
    ],
  });
}

async function readRecording(file: string): Promise<ReceivedWebhook> {
  return parseRecordedWebhook(await readFile(file));
}

/** Returns one line of text: time, kind, type, status or choice, and ids. */
function getLine(event: WebhookEvent): string {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  const words = ['kind', 'type', 'status', 'choice', 'wamid', 'waId', 'bsuid'].map((name) => fields[name]);
  return joinWords([formatTime(fields['at']), ...words]);
}

async function printEvents(io: CliIo, webhook: ReceivedWebhook, json: boolean | undefined): Promise<void> {
  const readConsent = await loadConsentReader();
  for (const event of readConsent(parseWebhook(webhook.body)))
    io.out(json === true ? JSON.stringify(event) : getLine(event));
}

async function verify(io: CliIo, files: readonly string[]): Promise<void> {
  const appSecret = getAppSecret(io);
  for (const file of files) {
    const { body, headers } = await readRecording(file);
    const isSigned = await verifySignature({ appSecret, body, signature: headers['x-hub-signature-256'] });
    io.out(`${isSigned ? 'signed' : 'NOT SIGNED'}  ${file}`);
    if (!isSigned) io.fail(1);
  }
}

async function replay(io: CliIo, files: readonly string[], to: string): Promise<void> {
  const appSecret = getAppSecret(io);
  for (const file of files) {
    const { body } = await readRecording(file);
    const response = await fetch(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': await signPayload(appSecret, body),
      },
      body: new Uint8Array(body),
      redirect: 'manual',
    });
    io.out(`${response.status}  ${file}`);
    if (!response.ok) io.fail(1);
  }
}

async function tail(io: CliIo, folder: string, { count = Infinity, json }: TailOptions): Promise<void> {
  let left = count;
  const recordings = async () => (await readdir(folder)).filter((name) => name.endsWith('.http')).toSorted();
  const seen = new Set(await recordings());
  io.error(`waiting for recordings in ${folder}. Press Ctrl+C to stop.`);
  while (left > 0) {
    for (const name of (await recordings()).filter((one) => !seen.has(one)).slice(0, left)) {
      seen.add(name);
      left -= 1;
      await printEvents(io, await readRecording(join(folder, name)), json);
    }
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** `wabakit webhook`: inspects the recordings of `recordWebhooks` and replays them. */
export function registerWebhook(program: Command, io: CliIo): void {
  const webhook = program.command('webhook').description('Inspect recorded webhooks and replay them.');
  webhook
    .command('verify')
    .description(
      'Check the signatures of recordings with WHATSAPP_APP_SECRET. Exit code 1 if one does not match.',
    )
    .argument('<files...>', 'recordings of recordWebhooks')
    .action((files: string[]) => verify(io, files));
  webhook
    .command('inspect')
    .description('List the events in recordings, or in files that contain only the JSON body.')
    .argument('<files...>', 'recordings of recordWebhooks, or JSON')
    .option('--json', 'print each event as one line of JSON')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      for (const file of files) await printEvents(io, await readRecording(file), json);
    });
  webhook
    .command('replay')
    .description(
      'Post recordings to your receiver, signed again with WHATSAPP_APP_SECRET. Exit code 1 if a reply is not 2xx.',
    )
    .argument('<files...>', 'recordings of recordWebhooks, or JSON')
    .requiredOption('--to <url>', 'the URL of the receiver, such as http://localhost:3000/webhook')
    .action((files: string[], { to }: { to: string }) => replay(io, files, to));
  webhook
    .command('tail')
    .description('Print the events of new recordings until interrupted.')
    .argument('<folder>', 'the folder that recordWebhooks writes to')
    .option('--count <n>', 'stop after this many recordings', parseCount)
    .option('--json', 'print each event as one line of JSON')
    .action((folder: string, options: TailOptions) => tail(io, folder, options));
}
