import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Checks a program that imports the package, as an editor does, and counts the type instantiations that it costs. */
function check(text: string): { problems: string[]; instantiations: number } {
  const probe = `${root}probe.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
    paths: { wabakit: [`${root}src/index.ts`], 'wabakit/messages': [`${root}src/messages/index.ts`] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === probe || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === probe
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([probe], options, host);
  const problems = program.getSemanticDiagnostics(program.getSourceFile(probe));
  return {
    problems: problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    instantiations: program.getInstantiationCount(),
  };
}

const setUp = `import { createClient } from 'wabakit';
import { replyButtons } from 'wabakit/messages';
const wa = createClient({ accessToken: 'token', phoneNumberId: '1' });`;

test.each([
  ['a text', `wa.messages.sendText({ to: '+5511987654321', body: 'hi' })`],
  [
    'buttons',
    `wa.messages.send({ to: '+5511987654321', ...replyButtons({ body: 'ok?', buttons: [{ id: 'y', title: 'Yes' }] }) })`,
  ],
])('behavior: sending %s costs at most 1,500 type instantiations', (_name, send) => {
  const { problems, instantiations } = check(`${setUp}\nexport const sent = ${send};`);
  expect(problems).toEqual([]);
  expect(instantiations).toBeGreaterThan(0);
  expect(instantiations).toBeLessThanOrEqual(1500);
});
