import { UsageError } from '../../errors/usage-error.ts';
import { checkConsentWord } from '../consent/check-consent-word.ts';
import type { Issue } from '../../shared/issue.ts';
import { describeUnknownName } from '../../shared/nearest-name.ts';
import { isObject } from '../events/base.ts';
import { oneOf } from '../one-of.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';
import { webhookHandlerKeys } from './webhook-handlers.ts';

type Check = (value: unknown) => string | undefined;

const isMissing = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 || value.some(isMissing) : !value;

/** A secret that is empty because its environment variable is not set is the usual mistake. */
const secret: Check = (value) =>
  isMissing(value)
    ? 'is missing or empty: set its environment variable, or give a function: () => process.env.NAME'
    : undefined;

const callable: Check = (value) => (typeof value === 'function' ? undefined : 'should be a function');

const object: Check = (value) => (isObject(value) ? undefined : 'should be an object');

const withMethods =
  (...names: readonly string[]): Check =>
  (value) =>
    names.every((name) => typeof (Object(value) as Record<string, unknown>)[name] === 'function')
      ? undefined
      : `should be an object with the methods ${names.join(', ')}`;

const milliseconds: Check = (value) =>
  typeof value === 'number' && value > 0 && value < 2 ** 31
    ? undefined
    : 'should be a number of milliseconds above 0 and below 2 ** 31';

const checks = {
  appSecret: secret,
  verifyToken: secret,
  tenant: callable,
  on: object,
  acknowledge: oneOf('received', 'processed'),
  dedupe: withMethods('acquire', 'renew', 'commit', 'release'),
  leaseMs: milliseconds,
  handlerTimeout: milliseconds,
  serializeBy: oneOf('user'),
  identities: withMethods('resolve'),
  queue: withMethods('enqueue'),
  recorder: withMethods('record'),
  onError: callable,
  logger: withMethods('debug', 'warn', 'error'),
  consentWords: object,
  maxBytes: (value) =>
    typeof value === 'number' && value > 0 ? undefined : 'should be a number of bytes above 0',
  bodyTimeout: milliseconds,
} satisfies Record<keyof WebhookHandlerOptions, Check>;

function checkOption(name: string, value: unknown): string | undefined {
  if (!Object.hasOwn(checks, name)) return describeUnknownName(name, 'an option', Object.keys(checks));
  const check: Check = checks[name as keyof typeof checks];
  return value === undefined && check !== secret ? undefined : check(value);
}

function checkHandler(kind: string, handler: unknown): string | undefined {
  if (!Object.hasOwn(webhookHandlerKeys, kind))
    return describeUnknownName(kind, 'a kind of event', Object.keys(webhookHandlerKeys));
  return handler === undefined ? undefined : callable(handler);
}

/** Checks what an option holds, name by name. */
const each = (path: string, value: unknown, check: (name: string, held: unknown) => string | undefined) =>
  Object.entries(isObject(value) ? value : {}).map(([name, held]) => ({
    path: `${path}.${name}`,
    message: check(name, held),
  }));

/**
 * Checks what the types cannot, for callers in JavaScript and for environment variables that are not set.
 *
 * @throws {UsageError} that names every option and kind that cannot work, and the nearest right name.
 */
export function checkOptions(
  options: Partial<Record<keyof WebhookHandlerOptions, unknown>> | undefined,
): void {
  const summary = 'createWebhookHandler cannot use these options.';
  const candidates: readonly { path: string; message: string | undefined }[] = [
    ...Object.entries({ appSecret: undefined, verifyToken: undefined, ...options }).map(([path, value]) => ({
      path,
      message: checkOption(path, value),
    })),
    ...each('on', options?.on, checkHandler),
    ...each('consentWords', options?.consentWords, checkConsentWord),
  ];
  const issues = candidates.filter((one): one is Issue => one.message !== undefined);
  if (issues.length > 0) throw new UsageError({ summary, issues });
}
