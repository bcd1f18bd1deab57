import type { ApiCallEntry, JournalEntry, WebhookEntry } from '../protocol/protocol.ts';

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

function callTest(entry: ApiCallEntry): string {
  const body =
    entry.request === undefined
      ? ''
      : `\n    body: JSON.stringify(${indent(JSON.stringify(entry.request, null, 2), '    ')}),`;
  return `import { createEmulator } from 'wabakit/emulator';
import { expect, test } from 'vitest';

test(${JSON.stringify(`behavior: ${entry.method} ${entry.path.split('?')[0] ?? ''} answers ${entry.status ?? 'nothing'}`)}, async () => {
  const emulator = await createEmulator({ seed: 1, clock: 'manual' });
  const reply = await emulator.fetch(new Request(emulator.baseUrl + ${JSON.stringify(entry.path)}, {
    method: ${JSON.stringify(entry.method)},
    headers: { authorization: \`Bearer \${emulator.accessToken}\`, 'content-type': 'application/json' },${body}
  }));
  expect(reply.status).toBe(${entry.status ?? 'undefined'});
});
`;
}

function webhookTest(entry: WebhookEntry): string {
  return `import { createEmulator } from 'wabakit/emulator';
import { signPayload } from 'wabakit/webhooks';
import { expect, test } from 'vitest';
import { handler } from './webhook.ts';

test(${JSON.stringify(`behavior: takes a webhook: ${entry.label}`)}, async () => {
  const { appSecret } = await createEmulator({ seed: 1 });
  const body = JSON.stringify(${indent(JSON.stringify(JSON.parse(entry.body), null, 2), '  ')});
  const response = await handler(new Request('http://localhost/webhook', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': await signPayload(appSecret, body) },
    body,
  }));
  expect(response.status).toBe(200);
});
`;
}

/** The entry as a Vitest file, to paste and go on from. */
export const toTest = (entry: JournalEntry): string =>
  entry.kind === 'call' ? callTest(entry) : webhookTest(entry);
