import type { Command } from 'commander';
import { createClient, UsageError } from 'wabakit';
import { required } from '../environment.ts';
import type { CliIo } from '../io.ts';

interface SendOptions {
  readonly to: string;
  readonly text?: string;
  readonly template?: string;
  readonly language: string;
  readonly baseUrl?: string;
  readonly json?: boolean;
}

/** `wabakit send`: one text or one template without parameters, for trying out a number. */
export function registerSend(program: Command, io: CliIo): void {
  program
    .command('send')
    .description(
      'Send one text, or one template without parameters. Needs WHATSAPP_ACCESS_TOKEN and WHATSAPP_PHONE_NUMBER_ID.',
    )
    .requiredOption(
      '--to <number>',
      'the phone number of the recipient with country code, such as +5511987654321',
    )
    .option('--text <text>', 'the text to send; needs an open customer service window')
    .option('--template <name>', 'the name of an approved template without parameters')
    .option('--language <code>', 'the language of the template', 'en_US')
    .option(
      '--base-url <url>',
      'the base URL of another host, such as the emulator (default: WHATSAPP_BASE_URL)',
    )
    .option('--json', 'print the reply as JSON')
    .action(async (options: SendOptions) => {
      const baseUrl = options.baseUrl ?? io.env['WHATSAPP_BASE_URL'];
      const client = createClient({
        accessToken: required(io, 'WHATSAPP_ACCESS_TOKEN'),
        phoneNumberId: required(io, 'WHATSAPP_PHONE_NUMBER_ID'),
        ...(baseUrl === undefined ? {} : { baseUrl }),
      });
      const { to, text, template } = options;
      if ((text === undefined) === (template === undefined)) {
        throw new UsageError({ summary: 'Give exactly one of --text and --template.' });
      }
      const result =
        text === undefined
          ? await client.messages.sendTemplate({ to, name: template ?? '', language: options.language })
          : await client.messages.sendText({ to, body: text });
      io.out(options.json ? JSON.stringify(result, null, 2) : `accepted: ${result.wamid}`);
    });
}
