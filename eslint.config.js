import tseslint from 'typescript-eslint';

const literalGetter = {
  selector: 'ObjectExpression > Property[kind="get"]',
  message:
    'Make it a class, or a value: V8 keeps a hidden class for each getter of a literal in the old generation, and with it all that the getter reaches.',
};
const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression',
  message: 'A double cast silences the checker: narrow the value instead.',
};
const takesClient = ":has(> Identifier.params[name='client']:first-child)";
const syncOperations = [
  `ExportNamedDeclaration > FunctionDeclaration[async=false]${takesClient}`,
  `ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression[async=false]${takesClient}`,
].map((selector) => ({
  selector,
  message: 'An operation rejects and never throws: make it async, or an async generator.',
}));

export default tseslint.config(
  { ignores: ['dist', 'docs/api', 'coverage', 'reports', '.stryker-tmp', '**/*.cjs'] },
  // Compiled and run beside their frameworks, which are not installed here: npm run frameworks.
  { ignores: ['test/frameworks/apps'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: "Import * as z from 'zod/mini': it weighs a fifth." }] },
      ],
      'no-restricted-syntax': ['error', doubleCast],
    },
  },
  {
    // The declaration of an import that package.json resolves can name another module in no other way.
    files: ['src/transport/engines/imports.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/**/data/**', 'src/errors/code-table.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }] },
  },
  {
    // What runs with every call and every event. One object of that kind a process is no matter.
    files: ['src/transport/**/*.ts', 'src/webhooks/**/*.ts', 'src/bot/**/*.ts'],
    ignores: ['src/transport/pairs.ts', 'src/bot/create-bot.ts'],
    rules: { 'no-restricted-syntax': ['error', doubleCast, literalGetter] },
  },
  {
    files: ['src/api/**/*.ts'],
    // These make bindings, ids and endpoints, which operations use; they are not operations.
    ignores: ['src/api/**/bind.ts', 'src/api/account/targets.ts', 'src/api/messages/post-message.ts'],
    rules: { 'no-restricted-syntax': ['error', doubleCast, ...syncOperations] },
  },
  {
    // A dialogue takes the schemas of users, whose programs may have all of zod.
    files: ['test/bot/**/*.ts', 'examples/bot-*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
