import { format } from 'node:util';
import type { Command } from 'commander';
import { UsageError } from 'wabakit';
import type { CliIo } from '../io.ts';

interface SayOptions {
  readonly from: string;
  readonly name?: string;
  readonly baseUrl?: string;
  readonly json?: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner: unknown, key) => (isJson(inner) ? inner[key] : undefined), value);

/** What the phone shows of a message, in one line. */
function line({ content, template }: Json): string {
  const text =
    at(template, 'body') ?? at(content, 'text', 'body') ?? at(content, 'interactive', 'body', 'text');
  return typeof text === 'string' ? text : `[${format('%s', at(content, 'type'))}]`;
}

async function call(baseUrl: string, path: string, body?: Json): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(new URL(`/_wabakit/${path}`, baseUrl), {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch (cause) {
    throw new UsageError({
      summary: `No emulator answers at ${baseUrl}.`,
      details: ['Start one with "wabakit emulator", or give its address with --base-url.'],
      cause,
    });
  }
  const text = await response.text();
  if (response.status === 404)
    throw new UsageError({ summary: `${baseUrl} is not the address of a wabakit emulator.` });
  const reply: unknown = JSON.parse(text);
  if (response.ok) return reply;
  const reason = at(reply, 'error');
  throw new UsageError({ summary: typeof reason === 'string' ? reason : text });
}

async function say(text: string, options: SayOptions, io: CliIo): Promise<void> {
  const baseUrl = options.baseUrl ?? io.env['WHATSAPP_BASE_URL'] ?? 'http://127.0.0.1:4004';
  const waId = options.from.replace(/\D/g, '');
  await call(baseUrl, 'actions', { kind: 'addUser', waId, name: options.name });
  await call(baseUrl, 'actions', { kind: 'say', waId, text });
  const state = await call(baseUrl, 'state');
  const bubbles = objects(objects(at(state, 'users')).find((user) => user['waId'] === waId)?.['bubbles']);
  const said = bubbles.findLastIndex(({ from }) => from === 'user');
  const replies = bubbles.slice(said + 1);
  if (options.json === true) io.out(JSON.stringify(replies, null, 2));
  else for (const reply of replies) io.out(line(reply));
  if (replies.length === 0 && options.json !== true) io.error('Said. The business has not answered.');
}

/** `wabakit say`: writes as a customer to the business of a running emulator, and prints what it answers. */
export function registerSay(program: Command, io: CliIo): void {
  program
    .command('say')
    .description('Write as a customer to the business of a running emulator, and print what it answers.')
    .argument('<text>', 'what the customer writes')
    .option('--from <number>', 'the phone number of the customer', '+5511987654321')
    .option('--name <name>', 'the profile name of the customer')
    .option(
      '--base-url <url>',
      'the address of the emulator (default: WHATSAPP_BASE_URL, or http://127.0.0.1:4004)',
    )
    .option('--json', 'print the answers as JSON')
    .action((text: string, options: SayOptions) => say(text, options, io));
}
