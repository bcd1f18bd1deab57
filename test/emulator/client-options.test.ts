import { expect, test } from 'vitest';
import { createClient, isApiError, isOutcomeUnknownError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { cloudApi, http, type AttemptReport } from 'wabakit/transport';

const to = '+5511987654321';

test('default: a client of the emulator sends without a URL and without a fetch', async () => {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  await emulator.phone(to).say('hi');
  await wa.messages.sendText({ to, body: 'On its way' });
  await emulator.waitForIdle();
  expect(emulator.phone(to).lastMessage?.text).toBe('On its way');
  expect(wa.config).toMatchObject({ phoneNumberId: emulator.phoneNumberId, wabaId: emulator.wabaId });
  expect(Object.keys(wa.config).toSorted()).toEqual([
    'appId',
    'businessPortfolioId',
    'phoneNumberId',
    'wabaId',
  ]);
});

test('behavior: refusals have their code and hint, as against Meta', async () => {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  const error = await wa.messages.sendText({ to, body: 'hi' }).catch((cause: unknown) => cause);
  expect(isApiError(error, 131047) && error.hint).toContain('emplate');
});

test('behavior: retry, outcome and hooks run over the engine', async () => {
  const emulator = await createEmulator();
  const attempts: AttemptReport[] = [];
  const transport = http({
    host: cloudApi({ accessToken: emulator.accessToken }),
    engine: emulator.engine,
    retry: { baseDelay: 1 },
    onAttempt: (report) => attempts.push(report),
  });
  const wa = createClient({ transport, phoneNumberId: emulator.phoneNumberId });
  await emulator.phone(to).say('hi');
  emulator.injectFault({ code: 4, times: 1 });
  await wa.messages.sendText({ to, body: 'second attempt' });
  emulator.injectFault({ drop: 'after', times: 1 });
  const error = await wa.messages.sendText({ to, body: 'answer lost' }).catch((cause: unknown) => cause);
  await emulator.waitForIdle();
  expect(isOutcomeUnknownError(error)).toBe(true);
  expect(attempts.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'throttled'],
    [2, 'accepted'],
    [1, 'unknown'],
  ]);
  expect(emulator.phone(to).inbox.map(({ text }) => text)).toEqual(['second attempt', 'answer lost']);
});

test('behavior: files go up and down over the engine', async () => {
  const emulator = await createEmulator();
  const wa = createClient(emulator.clientOptions);
  const bytes = new Uint8Array(70_000).fill(7);
  const { id } = await wa.media.upload({ file: new Blob([bytes], { type: 'image/png' }), filename: 'a.png' });
  const download = await wa.media.downloadBytes({ mediaId: id });
  expect(download.bytes).toEqual(bytes);
});
