/**
 * Who may import whom. One rule a room; docs/decisions and CONTRIBUTING.md tell why.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const room = (name, allowed, extra = []) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `${name} may import only: itself, ${[...allowed, ...extra].join(', ')}`,
  from: { path: `^src/${name}(/|\\.ts$)` },
  to: { pathNot: [`^src/${name}(/|\\.ts$)`, ...allowed.map((path) => `^src/${path}`), ...extra] },
});

/** The folders of the emulator, each of which may import only the ones before it; its root files may import all of them. */
const emulatorLayers = [
  ...[
    'time',
    'kernel',
    'users',
    'faults',
    'media',
    'templates',
    'groups',
    'flows',
    'messages',
    'phones',
    'fixtures',
  ],
  ...['webhooks', 'http', 'routes', 'testing', 'core', 'page', 'control'],
];
const emulatorLayer = (layer, index) => ({
  name: `emulator-${layer}-layer`,
  severity: 'error',
  comment: `src/emulator/${layer} may import only the emulator's folders below it: ${emulatorLayers.slice(0, index).join(', ')}`,
  from: { path: `^src/emulator/${layer}/` },
  to: { path: `^src/emulator/(?!(${emulatorLayers.slice(0, index + 1).join('|')})/)` },
});

const pure = ['shared/', 'errors/', 'schemas/'];
const only = (name, path, allowedFrom) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: allowedFrom },
  to: { path },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      severity: 'error',
      comment: 'Folders stand in layers: a folder that needs another must not be needed by it.',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...emulatorLayers.map(emulatorLayer),
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '/index\\.ts$|cli/main\\.ts$|msw\\.ts$' },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^wabakit' },
    },
    room('shared', []),
    room('contacts', ['shared/']),
    room('pricing', ['shared/', 'contacts/']),
    room('errors', ['shared/']),
    room('schemas', ['shared/'], ['node_modules/zod']),
    room(
      'transport',
      ['shared/', 'errors/', 'schemas/error-envelope\\.ts$'],
      ['node_modules/ky', '^(http|net|stream)$'],
    ),
    room(
      'webhooks',
      [...pure, 'contacts/'],
      ['^(node:)?(http|diagnostics_channel|stream|fs|path|crypto|fs/promises)'],
    ),
    room('messages', pure),
    room(
      'bot',
      [...pure, 'contacts/', 'messages/', 'webhooks/', 'api/(messages|media)/', 'transport/(?!http|engines)'],
      ['node_modules/markdown-it'],
    ),
    room('links', pure, ['node_modules/uqr']),
    room('templates', pure, ['node_modules/zod']),
    {
      name: 'resources-stand-alone',
      severity: 'error',
      comment:
        'A resource knows the transport interface, schemas, errors and ids; never the HTTP engine, the client or another resource.',
      from: { path: '^src/api/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/api/$1/',
          '^src/transport/(?!http)[^/]+\\.ts$',
          '^src/(messages|templates|flows)/',
          ...pure.map((path) => `^src/${path}`),
        ],
      },
    },
    {
      name: 'client-knows-resources-only',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/(webhooks|pricing|emulator|cli)/' },
    },
    {
      name: 'emulator-never-imports-the-client',
      severity: 'error',
      comment:
        'The smallest engine delivers webhooks; what decides about calls, their repeats and outcomes is what users test here.',
      from: { path: '^src/emulator/' },
      to: { path: '^src/(client|cli)/|^src/transport/(http\\.ts$|engines/(?!fetch\\.ts$))' },
    },
    {
      name: 'cli-uses-public-entries',
      severity: 'error',
      comment:
        'By package name, which the compiler resolves to these files; the built command imports the built entries.',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/(?!cli/)',
        pathNot: '^src/(index|[a-z]+/index|stores/[a-z]+/index|emulator/msw)\\.ts$',
      },
    },
    only('ky-in-one-file', 'node_modules/ky/', '^src/transport/engines/ky\\.ts$'),
    only('markdown-it-in-one-file', 'node_modules/markdown-it/', '^src/bot/text/parser\\.ts$'),
    only('msw-in-one-file', 'node_modules/msw/', '^src/emulator/msw\\.ts$'),
    {
      name: 'node-at-the-edges',
      severity: 'error',
      comment: 'The core stands on web standards, so that every modern runtime works.',
      from: {
        path: '^src/',
        pathNot:
          '^src/(cli|stores)/|(adapters|engines)/node[^/]*\\.ts$|^src/emulator/(server|control-server)\\.ts$|record[^/]*\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // package.json resolves `#node-engine` and its like to the built files.
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
};
