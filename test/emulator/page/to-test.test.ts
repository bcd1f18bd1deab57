import type { EmulatorTemplate } from '../../../src/emulator/templates/template-reviewer.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { journalView } from '../../../src/emulator/control/journal-view.ts';
import { toTest } from '../../../src/emulator/page/format/to-test.ts';
import { emulatorWithReceiver, template, text } from '../helpers.ts';

const ana = '5511987654321';
const handlerModule = `import { createEmulator } from 'wabakit/emulator';
import { createWebhookHandler } from 'wabakit/webhooks';

const { appSecret, verifyToken } = await createEmulator({ seed: 1 });
export const handler = createWebhookHandler({ appSecret, verifyToken, on: { any: () => undefined } });
`;

const recorded = await emulatorWithReceiver({ phoneNumberId: '106540352242000', wabaId: '102290129340000' });
const { emulator, graph } = recorded;
await graph('POST', '{phone}/messages', text(ana, 'Outside the window'));
await emulator.phone(`+${ana}`).say('Where is my order?');
await graph('POST', '{phone}/messages', text(ana, 'On its way: `${1}` "quoted"'));
await graph('POST', '{phone}/messages', template(ana));
await graph('GET', '{phone}?fields=display_phone_number');
const cut = emulator.injectFault({ drop: 'before' });
await graph('POST', '{phone}/messages', template(ana)).catch(() => undefined);
cut();

const business = { phoneNumberId: emulator.phoneNumberId, wabaId: emulator.wabaId };
const templates: readonly EmulatorTemplate[] = emulator.templates.all;
const codes = emulator.journal.entries.map((entry) =>
  toTest(journalView(entry, new Map()), { business, templates }),
);

// Beside this test, so that the names of the package resolve as they do here.
const folder = await mkdtemp(fileURLToPath(new URL('./exported-', import.meta.url)));
await writeFile(`${folder}/webhook.ts`, handlerModule);
afterAll(() => rm(folder, { recursive: true }));

test('default: calls and webhooks were exported', () => {
  expect(codes.filter((code) => code.includes('emulator.fetch'))).toHaveLength(5);
  expect(codes.filter((code) => code.includes('await handler('))).not.toHaveLength(0);
});

// Each file registers its own test here, and it runs as it would in a project.
describe('behavior: an exported test passes', async () => {
  for (const [index, code] of codes.entries()) {
    const file = `${folder}/exported-${index}.ts`;
    await writeFile(file, code);
    await import(/* @vite-ignore */ file);
  }
});
