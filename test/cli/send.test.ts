import { createEmulator, type Emulator, type EmulatorServer } from 'wabakit/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let emulator: Emulator;
let server: EmulatorServer;
beforeAll(async () => {
  emulator = await createEmulator();
  server = await emulator.listen();
});
afterAll(() => emulator.close());

const env = (): Record<string, string> => ({
  WHATSAPP_ACCESS_TOKEN: emulator.accessToken,
  WHATSAPP_PHONE_NUMBER_ID: emulator.phoneNumberId,
  WHATSAPP_BASE_URL: server.url,
});

test('default: sends a text over HTTP and prints its id', async () => {
  await emulator.phone('+5511987654321').say('Hi');
  const { out, code } = await run(['send', '--to', '+5511987654321', '--text', 'Hello'], env());
  expect(out).toBe(`accepted: ${emulator.phone('+5511987654321').lastMessage?.wamid ?? ''}`);
  expect(code).toBe(0);
});

test('error: a refusal is one clear message and exit code 1', async () => {
  const { error, code } = await run(['send', '--to', '+4915112345678', '--text', 'Hello'], env());
  expect(error).toContain('131047');
  expect(error).not.toContain(emulator.accessToken);
  expect(code).toBe(1);
});

test('error: a missing credential is named', async () => {
  const { error, code } = await run(['send', '--to', '+4915112345678', '--text', 'Hello']);
  expect(error).toContain('WHATSAPP_ACCESS_TOKEN is not set.');
  expect(code).toBe(2);
});

test('error: neither text nor template', async () => {
  const { error, code } = await run(['send', '--to', '+4915112345678'], env());
  expect(error).toContain('exactly one of --text and --template');
  expect(code).toBe(2);
});
