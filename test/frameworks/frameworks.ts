/** What `npm run frameworks` installs, and how it runs `apps` on it. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/** A command and its arguments; the first is a path within the folder, or `node`. */
export type Command = readonly string[];

/** A framework, what it is installed with, and how to run it in a folder that holds `apps`. */
export interface Framework {
  readonly name: string;
  /** Packages of the npm registry; the first one names the version in the table. */
  readonly packages: readonly string[];
  /** Further packages for the compiler. Where it is given, the app is compiled in strict mode as well. */
  readonly types?: readonly string[];
  /** The files of `apps` that the compiler reads. */
  readonly files?: readonly string[];
  readonly prepare?: (home: string) => Promise<void>;
  /** Runs before the server, without any secret in its environment. */
  readonly build?: Command;
  /** Starts the server on `PORT`. */
  readonly serve?: (port: number) => Command;
  /** Where the server serves the webhook and the Flow. Default: at the root. */
  readonly paths?: readonly string[];
  /** Instead of a server: a command that prints `ok …` and `not ok …`, or exits with 1. */
  readonly run?: Command;
  /** A server that the command needs. */
  readonly server?: 'redis-server' | 'valkey-server';
}

const node =
  (file: string): ((port: number) => Command) =>
  () => ['node', `apps/${file}`];

const bundle = (entry: string, options: BuildOptions) => async (home: string) => {
  await build({
    absWorkingDir: home,
    entryPoints: { [entry.replace(/\.\w+$/, '')]: `apps/${entry}` },
    outdir: 'built',
    bundle: true,
    format: 'esm',
    target: 'es2023',
    logLevel: 'error',
    ...options,
  });
};

// Node does not strip decorators.
const bundleNest = (entry: string) =>
  bundle(entry, {
    platform: 'node',
    packages: 'external',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  });

const bundleWorker = bundle('worker.ts', {
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
});

function prepareNext(home: string): Promise<void> {
  cpSync(join(home, 'apps/next'), home, { recursive: true });
  cpSync(join(home, 'apps/bot.ts'), join(home, 'bot.ts'));
  // Next.js compiles every file of its folder.
  rmSync(join(home, 'apps'), { recursive: true });
  return Promise.resolve();
}

/** Jest's own tests, and the example of the guide, as modules of one kind. */
const prepareJest = (format: 'esm' | 'cjs') => async (home: string) => {
  const folder = join(home, 'jest');
  await build({
    absWorkingDir: home,
    entryPoints: { 'waiting.test': 'apps/jest.ts', 'order.test': 'apps/runners/jest.test.ts' },
    outdir: 'jest',
    bundle: true,
    packages: 'external',
    format,
    logLevel: 'error',
  });
  const type = format === 'esm' ? 'module' : 'commonjs';
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type, jest: { transform: {} } }));
};

const jest = (name: string, format: 'esm' | 'cjs', flags: readonly string[]): Framework => ({
  name,
  packages: ['jest@30'],
  prepare: prepareJest(format),
  run: ['node', ...flags, 'node_modules/jest/bin/jest.js', '--rootDir', 'jest', '--verbose'],
});

const store = (name: string, client: string, spec: string, server: Framework['server']): Framework => ({
  name,
  packages: [spec],
  run: ['node', 'apps/stores.ts', client],
  ...(server === undefined ? {} : { server }),
});

const nest = ['@nestjs/core@12', '@nestjs/common@12', 'reflect-metadata', 'rxjs'];

/** Everything that is tried, in the order of the table. */
export const frameworks: readonly Framework[] = [
  {
    name: 'NestJS on Express',
    packages: [...nest, '@nestjs/platform-express@12'],
    types: ['@types/express'],
    files: ['nest-express.ts'],
    prepare: bundleNest('nest-express.ts'),
    serve: () => ['node', 'built/nest-express.js'],
  },
  {
    name: 'NestJS on Fastify',
    packages: [...nest, '@nestjs/platform-fastify@12'],
    types: [],
    files: ['nest-fastify.ts'],
    prepare: bundleNest('nest-fastify.ts'),
    serve: () => ['node', 'built/nest-fastify.js'],
  },
  {
    name: 'Next.js',
    packages: ['next@16', 'react', 'react-dom', 'typescript@5', '@types/react', '@types/node'],
    prepare: prepareNext,
    build: ['node', 'node_modules/next/dist/bin/next', 'build'],
    serve: (port) => ['node', 'node_modules/next/dist/bin/next', 'start', '--port', String(port)],
  },
  {
    name: 'Express',
    packages: ['express@5'],
    types: ['@types/express@5'],
    files: ['express.ts'],
    serve: node('express.ts'),
  },
  {
    name: 'Express after express.json',
    packages: ['express@5'],
    types: ['@types/express@5'],
    files: ['express-raw-body.ts'],
    serve: node('express-raw-body.ts'),
  },
  {
    name: 'Fastify',
    packages: ['fastify@5'],
    types: [],
    files: ['fastify.ts'],
    serve: node('fastify.ts'),
  },
  {
    name: 'Hono',
    packages: ['hono@4', '@hono/node-server'],
    types: [],
    files: ['hono.ts'],
    serve: node('hono.ts'),
  },
  {
    name: 'Google Cloud Functions',
    packages: ['@google-cloud/functions-framework@5'],
    types: ['@types/express'],
    files: ['functions.ts'],
    prepare: bundle('functions.ts', { platform: 'node', packages: 'external' }),
    serve: (port) => [
      'node',
      'node_modules/@google-cloud/functions-framework/build/src/main.js',
      '--source=built/functions.js',
      '--target=bot',
      `--port=${port}`,
    ],
  },
  {
    name: 'AWS Lambda',
    packages: ['@types/aws-lambda'],
    types: [],
    files: ['lambda.ts', 'lambda-gateway.ts'],
    serve: node('lambda-gateway.ts'),
    paths: ['/v1', '/v2', '/base64', '/elb'],
  },
  {
    name: 'Cloudflare Workers',
    packages: ['miniflare@4'],
    types: [],
    files: ['worker.ts'],
    prepare: bundleWorker,
    serve: node('miniflare.ts'),
  },
  {
    name: 'Bun',
    packages: ['bun'],
    types: ['@types/bun'],
    files: ['bun.ts'],
    serve: () => ['node_modules/.bin/bun', 'apps/bun.ts'],
  },
  {
    name: 'Deno',
    packages: ['deno'],
    serve: () => ['node_modules/.bin/deno', 'run', '-A', '--quiet', 'apps/deno.ts'],
  },
  jest('Jest, CommonJS', 'cjs', []),
  jest('Jest, ES modules', 'esm', ['--experimental-vm-modules']),
  store('ioredis, Redis', 'ioredis', 'ioredis', 'redis-server'),
  store('node-redis, Redis', 'redis', 'redis', 'redis-server'),
  store('iovalkey, Redis', 'iovalkey', 'iovalkey', 'redis-server'),
  store('Valkey GLIDE, Redis', 'glide', '@valkey/valkey-glide', 'redis-server'),
  store('iovalkey, Valkey', 'iovalkey', 'iovalkey', 'valkey-server'),
  store('Valkey GLIDE, Valkey', 'glide', '@valkey/valkey-glide', 'valkey-server'),
];
