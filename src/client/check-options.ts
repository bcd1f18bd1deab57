import { UsageError } from '../errors/usage-error.ts';
import type { Issue } from '../shared/issue.ts';
import { describeUnknownName } from '../shared/nearest-name.ts';
import {
  findBaseUrlProblem,
  findTokenProblem,
  findVersionProblem,
} from '../transport/hosts/cloud-api-problems.ts';
import type { RetryOptions } from '../transport/retry.ts';
import type { ClientOptions, CloudApiClientOptions } from './options.ts';

type Check = (value: unknown) => string | undefined;

const text: Check = (value) =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? undefined : 'should be a string without spaces';
const callable: Check = (value) => (typeof value === 'function' ? undefined : 'should be a function');
const milliseconds: Check = (value) =>
  typeof value === 'number' && value > 0 && value < 2 ** 31
    ? undefined
    : 'should be a number of milliseconds above 0';
const id: Check = (value) =>
  typeof value === 'string' && /^\+|[ ()]/.test(value)
    ? 'is a phone number; give its id, as the API Setup page shows it'
    : text(value);

const isLogger = (value: unknown): boolean => {
  const { debug, warn } = Object(value) as Partial<Record<string, unknown>>;
  return typeof debug === 'function' && typeof warn === 'function';
};

/** Options of `retry` that are numbers. */
const findRetryProblem: Check = (value) => {
  if (value === false) return undefined;
  if (typeof value !== 'object' || value === null) return 'should be an object or false';
  const { attempts, baseDelay } = value as RetryOptions;
  return [attempts, baseDelay].every((number) => number === undefined || milliseconds(number) === undefined)
    ? undefined
    : 'should have numbers above 0 as attempts and baseDelay';
};

const transport: Check = (value) =>
  typeof value === 'object' && value !== null && 'request' in value
    ? undefined
    : 'should be a transport; http({ host: cloudApi({ accessToken }) }) makes one';

const checks: { readonly [K in keyof Required<CloudApiClientOptions>]: Check } = {
  accessToken: findTokenProblem,
  phoneNumberId: id,
  wabaId: id,
  appId: id,
  businessPortfolioId: id,
  appSecret: text,
  apiVersion: findVersionProblem,
  baseUrl: findBaseUrlProblem,
  fetch: callable,
  agent: (value) =>
    typeof value === 'object' && value !== null && 'maxSockets' in value
      ? undefined
      : 'should be an agent of node:https, such as new https.Agent({ keepAlive: true })',
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxQueueTime: milliseconds,
  messagesPerSecond: (value) =>
    typeof value === 'function' || milliseconds(value) === undefined
      ? undefined
      : 'should be a number above 0, such as 80',
  retry: findRetryProblem,
  logger: (value) => (isLogger(value) ? undefined : 'should have the methods debug and warn'),
  defaultCountry: (value) =>
    typeof value === 'string' && /^\+?[1-9]\d{0,2}$/.test(value)
      ? undefined
      : 'should be a calling code, such as +55',
  allowedHosts: (value) =>
    Array.isArray(value) &&
    value.every((host) => typeof host === 'string' && /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z-]+$/i.test(host))
      ? undefined
      : 'should be a list of host names, such as media.example.com',
  onAttempt: callable,
  transport,
};

// With a transport of one's own these belong to the client, and all others to the transport.
const configOptions = [
  'transport',
  'phoneNumberId',
  'wabaId',
  'appId',
  'businessPortfolioId',
  'defaultCountry',
];

const summary = 'The client cannot be made from these options.';

/** Throws `UsageError` that names every option which cannot work, its problem and the fix. */
export function checkOptions(options: ClientOptions | undefined): void {
  if (options === undefined)
    throw new UsageError({
      summary,
      issues: [{ path: 'options', message: 'are missing; give at least { accessToken, phoneNumberId }' }],
    });
  const issues: Issue[] = [];
  const hasTransport = options.transport !== undefined;
  if (
    options.transport === undefined &&
    (options as Partial<CloudApiClientOptions>).accessToken === undefined
  )
    issues.push({ path: 'accessToken', message: String(findTokenProblem(undefined)) });
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : undefined;
    const message =
      check === undefined
        ? describeUnknownName(name, 'an option', Object.keys(checks))
        : value === undefined
          ? undefined
          : hasTransport && !configOptions.includes(name)
            ? 'belongs to the transport; give it to http() or to its host'
            : check(value);
    if (message !== undefined) issues.push({ path: name, message });
  }
  if (!hasTransport && options.agent !== undefined && options.fetch !== undefined)
    issues.push({ path: 'agent', message: 'has no effect on a fetch of your own; leave one of them out' });
  if (issues.length > 0) throw new UsageError({ summary, issues });
}
