import { expect, test } from 'vitest';
import { probeTypes, toText } from '../helpers/type-probe.ts';

const setUp = `import { createClient } from 'wabakit';
import { defineTemplate } from 'wabakit/templates';
const wa = createClient({ accessToken: 'token', phoneNumberId: '1' });
const template = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, {{order_id}} is on its way.', example: { name: 'Ana', order_id: 'A-17' } },
});
const to = '+5511987654321';
`;

/** Returns what an editor says about each of these calls. */
function diagnose(calls: readonly string[]): string[] {
  const text = setUp + calls.map((call) => `void wa.messages.sendTemplate(${call});\n`).join('');
  const { diagnostics } = probeTypes(text);
  const firstLine = setUp.split('\n').length - 1;
  return calls.map((_, index) =>
    diagnostics
      .filter(({ file, start }) => file?.getLineAndCharacterOfPosition(start ?? 0).line === firstLine + index)
      .map(toText)
      .join('\n'),
  );
}

test('error: a missing or misspelt parameter of a template is named', { timeout: 60_000 }, () => {
  const [right, missing, misspelt, none, language] = diagnose([
    "{ to, template, parameters: { body: { name: 'Ana', order_id: 'A-17' } } }",
    "{ to, template, parameters: { body: { name: 'Ana' } } }",
    "{ to, template, parameters: { body: { nmae: 'Ana', order_id: 'A-17' } } }",
    '{ to, template }',
    "{ to, name: 'hello_world' }",
  ]);
  expect(right).toBe('');
  const conclude = (text = '') => text.split('\n').at(-1);
  expect(conclude(missing)).toMatch(/^ +Property 'order_id' is missing in type/);
  expect(conclude(misspelt)).toMatch(
    /^ +Object literal may only specify known properties, and 'nmae' does not exist/,
  );
  expect(conclude(none)).toMatch(/^ +Property 'parameters' is missing in type/);
  expect(language).toContain("Property 'language' is missing in type");
});
