import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationInterfaces, rewriteDoc } from '../../scripts/operation-interfaces.ts';

const folder = new URL('../../src/client/operations/', import.meta.url);

test(
  'default: the interfaces of the rooms are what `npm run interfaces` writes',
  { timeout: 60_000 },
  async () => {
    const written = await operationInterfaces();
    const present = new Map(
      readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    );
    expect([...present.keys()].sort()).toEqual([...written.keys()].sort());
    for (const [name, text] of written) expect(present.get(name), name).toBe(text);
  },
);

const bound = new Map([
  ['sendText', 'messages.sendText'],
  ['sendMessage', 'messages.send'],
  ['listTemplates', 'templates.list'],
  ['graphGet', 'graph.get'],
]);

test.each([
  ["await sendText(client, { body: 'hi' });", "await wa.messages.sendText({ body: 'hi' });"],
  ['of listTemplates(client)) {', 'of wa.templates.list()) {'],
  ["graphGet<{ id: string }>(client, '/me')", "wa.graph.get<{ id: string }>('/me')"],
  ['Throws as `sendMessage` does.', 'Throws as `send` does.'],
  ['See `listTemplates`.', 'See `templates.list`.'],
  ['As {@link sendMessage}, see {@link other}.', 'As `send`, see `other`.'],
  ['other(client, 1) and `other`', 'other(client, 1) and `other`'],
])('behavior: a docstring says %s as a client does', (doc, expected) => {
  expect(rewriteDoc(doc, bound, 'messages')).toBe(expected);
});
