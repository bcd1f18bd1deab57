/**
 * Runs a case. `npm run case -- airline` opens a page with the customers' phones and takes commands of the staff; `--transcript` plays it in the terminal. With
 * Meta's credentials in the environment, as the README of wabakit names them, the same program runs for real.
 */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler, toNodeListener } from 'wabakit/webhooks';
import { printTranscript, runCommand, type Case } from './frame.ts';

const cases: Readonly<Record<string, () => Promise<{ readonly default: Case }>>> = {
  'bank-support': () => import('./bank-support/program.ts'),
  'travel-bookings': () => import('./travel-bookings/program.ts'),
  'driver-line': () => import('./driver-line/program.ts'),
  airline: () => import('./airline/program.ts'),
  'bank-assistant': () => import('./bank-assistant/program.ts'),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { transcript: { type: 'boolean', default: false } },
});
const load = Object.entries(cases).find(([name]) => name === positionals[0])?.[1];
if (load === undefined) {
  console.error(`Name a case: npm run case -- ${Object.keys(cases).join(' | ')}`);
  process.exit(2);
}
const { default: program } = await load();

if (values.transcript) await printTranscript(program);
else await serve(program);

/** Serves the case until its input ends or Ctrl+C. */
async function serve({ name, business, about, templates, customers, start }: Case): Promise<void> {
  const { WHATSAPP_ACCESS_TOKEN: token, ...env } = process.env;
  const emulator =
    token === undefined
      ? await createEmulator({ clock: 'real', templates, verifiedName: business })
      : undefined;
  const { accessToken, phoneNumberId, appSecret, verifyToken } = emulator ?? {
    accessToken: token ?? '',
    phoneNumberId: env['WHATSAPP_PHONE_NUMBER_ID'] ?? '',
    appSecret: env['WHATSAPP_APP_SECRET'] ?? '',
    verifyToken: env['WHATSAPP_VERIFY_TOKEN'] ?? '',
  };
  const page = await emulator?.listen();
  const folder = join('examples', 'cases', name, 'data');
  mkdirSync(folder, { recursive: true });
  const running = await start({
    client: createClient({ accessToken, phoneNumberId, baseUrl: page?.url }),
    file: (file) => join(folder, file),
    now: () => emulator?.clock.now() ?? Date.now(),
    tell: (line) => console.log(`  * ${line}`),
  });
  const handler = createWebhookHandler({
    appSecret,
    verifyToken,
    on: running.bot.handlers,
    onError: (error) => console.error(error),
  });
  const every = setInterval(() => void running.bot.sweep().catch(console.error), 60_000);
  const server = createServer(toNodeListener(handler));
  console.log(`${business}: ${about}`);
  if (emulator === undefined || page === undefined) {
    server.listen(Number(env['PORT'] ?? 3000));
    console.log(
      `Webhooks arrive on port ${env['PORT'] ?? 3000}: make it reachable by https and enter its address in the App Dashboard.`,
    );
  } else {
    await emulator.webhook.subscribe(handler);
    for (const { number, name: customer } of customers) emulator.phone(number, { name: customer });
    console.log(`Open ${page.url}/_wabakit/ and write as a customer.`);
  }
  console.log(`Commands of the staff: ${Object.keys(running.commands).join(', ')}. Ctrl+D ends.`);
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '')
      await runCommand(running, line).catch((error: unknown) =>
        console.error(error instanceof Error ? error.message : error),
      );
  clearInterval(every);
  server.close();
  running.close();
  await emulator?.close();
}
