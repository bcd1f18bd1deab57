import {
  createClient,
  isApiError,
  isOutcomeUnknownError,
  isTransportError,
  isUsageError,
  type ClientOptions,
} from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { getClient, customer, equal, failureOf, onWorkers } from './check.ts';

// Privileged, not blocked by `fetch`, and nobody listens there.
const closedPort = 'http://127.0.0.1:2';

const offline = (options: Partial<ClientOptions>) =>
  createClient({ accessToken: 'token', phoneNumberId: '106540352242922', retry: false, ...options });

export async function sends(): Promise<void> {
  const emulator = await createEmulator({ seed: 7 });
  await emulator.phone(customer).say('Hello');
  const wa = getClient(emulator);
  const { wamid } = await wa.messages.sendText({ to: customer, body: 'Olá ✅' });
  await emulator.waitForIdle();
  equal(wamid.startsWith('wamid.'), true, 'the wamid');
  equal(emulator.phone(customer).lastMessage?.text, 'Olá ✅', 'the text on the phone');
  await emulator.clock.advance('25h');
  const error = await failureOf(wa.messages.sendText({ to: customer, body: 'Too late' }));
  if (!isApiError(error, 131047)) throw error;
  equal([error.name, error.httpStatus, error.retry], ['ApiError', 400, 'never'], 'the error');
  equal((error.hint ?? '').length > 0, true, 'a hint');
  await emulator.close();
}

export async function refusesWrongInput(): Promise<void> {
  let calls = 0;
  const wa = offline({ fetch: () => Promise.reject(new Error(`call ${(calls += 1)}`)) });
  const error = await failureOf(wa.messages.sendText({ to: customer, body: '' }));
  if (!isUsageError(error)) throw error;
  equal(
    error.issues.map(({ path }) => path),
    ['body'],
    'the paths',
  );
  equal(calls, 0, 'calls');
}

export async function carriesFiles(): Promise<void> {
  const emulator = await createEmulator({ seed: 7 });
  const wa = getClient(emulator);
  const bytes = new TextEncoder().encode('%PDF-1.4 '.padEnd(200_000, 'x'));
  const stream = () => new Blob([bytes]).stream();
  for (const file of [bytes, new Blob([bytes]), stream]) {
    const { id } = await wa.media.upload({ file, type: 'application/pdf', filename: 'invoice.pdf' });
    const download = await wa.media.downloadBytes({ mediaId: id });
    equal([download.mimeType, download.bytes.length], ['application/pdf', bytes.length], 'the file');
  }
  await emulator.close();
}

export async function knowsWhatWasNeverSent(): Promise<void> {
  const error = await failureOf(
    offline({ baseUrl: closedPort }).messages.sendText({ to: customer, body: 'Hi' }),
  );
  if (onWorkers ? isOutcomeUnknownError(error) : isTransportError(error) && error.reason === 'network')
    return;
  throw error;
}

export async function leavesDoubtAsDoubt(): Promise<void> {
  const hang = offline({
    timeout: 30,
    fetch: (input, init) =>
      new Promise((_resolve, reject) => {
        const signal = input instanceof Request ? input.signal : init?.signal;
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  });
  const page = offline({ fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  for (const wa of [hang, page]) {
    const error = await failureOf(wa.messages.sendText({ to: customer, body: 'Hi' }));
    if (!isOutcomeUnknownError(error)) throw error;
    equal(typeof error.callbackData, 'string', 'the correlation key');
  }
}
