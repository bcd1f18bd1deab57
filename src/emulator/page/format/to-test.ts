import { graphUrl } from '../../../shared/meta.ts';
import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import type {
  RequestEntryView,
  BusinessView,
  JournalEntryView,
  WebhookEntryView,
} from '../protocol/protocol.ts';
import { at, isObject, toText } from '../../kernel/json.ts';

/** What a test has to set up before it makes the call again. */
export interface TestSetting {
  readonly business: Pick<BusinessView, 'phoneNumberId' | 'wabaId'>;
  readonly templates: readonly EmulatorTemplate[];
}

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const getTemplates = ({ body: request }: RequestEntryView, templates: readonly EmulatorTemplate[]) =>
  templates
    .filter(({ name, status }) => status === 'APPROVED' && name === at(request, 'template', 'name'))
    .map(({ name, language, category, components }) => ({ name, language, category, components }));

/** What happened before the call and decides its answer: the open window, or the cut. */
function getPreparation({ body: request, path, status, about: waId }: RequestEntryView): string {
  if (status === undefined) return `  emulator.injectFault({ drop: 'before', match: { path: '/' } });\n`;
  const isFreeForm = isObject(request) && toText(request['type']) !== 'template';
  return path.split('?')[0]?.endsWith('/messages') === true && isFreeForm && status === 200 && waId
    ? `  // A message from the user opens the window for free-form messages.\n  await emulator.phone('+${waId}').say('Hello');\n`
    : '';
}

function callTest(entry: RequestEntryView, { business, templates }: TestSetting): string {
  const body =
    entry.body === undefined
      ? ''
      : `\n    body: JSON.stringify(${indent(JSON.stringify(entry.body, null, 2), '    ')}),`;
  const { phoneNumberId, wabaId } = business;
  const options = { seed: 1, phoneNumberId, wabaId, templates: getTemplates(entry, templates) };
  const expectation =
    entry.status === undefined
      ? `await expect(call).rejects.toThrow('fetch failed');`
      : `expect((await call).status).toBe(${entry.status});`;
  return `import { createEmulator, type EmulatorOptions } from 'wabakit/emulator';
import { expect, test } from 'vitest';

const options: EmulatorOptions = ${JSON.stringify(options, null, 2)};

test(${JSON.stringify(`behavior: ${entry.method} ${entry.path.split('?')[0] ?? ''} answers ${entry.status ?? 'nothing'}`)}, async () => {
  const emulator = await createEmulator(options);
${getPreparation(entry)}  const call = emulator.fetch(${JSON.stringify(`${graphUrl}${entry.path}`)}, {
    method: ${JSON.stringify(entry.method)},
    headers: { authorization: \`Bearer \${emulator.accessToken}\`, 'content-type': 'application/json' },${body}
  });
  ${expectation}
});
`;
}

const getWho = ({ about, direction }: WebhookEntryView): string =>
  about === undefined ? '' : ` ${direction === 'in' ? 'from' : 'to'} ${about}`;

function webhookTest(entry: WebhookEntryView): string {
  return `import { createEmulator } from 'wabakit/emulator';
import { signPayload } from 'wabakit/webhooks';
import { expect, test } from 'vitest';
// Your handler of webhooks. It verifies with the app secret of an emulator with the same seed.
import { handler } from './webhook.ts';

test(${JSON.stringify(`behavior: accepts a webhook: ${entry.label}${getWho(entry)}`)}, async () => {
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

/** Returns the entry as a Vitest file that runs. A webhook's test calls your handler, which it imports from `./webhook.ts`. */
export const toTest = (entry: JournalEntryView, setting: TestSetting): string =>
  entry.kind === 'request' ? callTest(entry, setting) : webhookTest(entry);
