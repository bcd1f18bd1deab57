import { UsageError } from '../errors/usage-error.ts';
import { describeUnknownName } from '../shared/nearest-name.ts';
import type { BotOptions } from './bot.ts';

type Check = (value: unknown) => string | undefined;

const withMethods =
  (example: string, ...names: readonly string[]): Check =>
  (value) =>
    names.every((name) => typeof (Object(value) as Record<string, unknown>)[name] === 'function')
      ? undefined
      : `should be an object with the methods ${names.join(', ')}, such as ${example}`;

const callable: Check = (value) => (typeof value === 'function' ? undefined : 'should be a function');
const object: Check = (value) => (typeof value === 'object' ? undefined : 'should be an object');
const milliseconds =
  (least: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && Number.isFinite(value)
      ? undefined
      : `should be a number of milliseconds from ${least} up`;

const eightDays = 8 * 24 * 3_600_000;

const checks = {
  client: withMethods('createClient(…)', 'request'),
  dialogues: withMethods('createSqliteDialogueStore(…)', 'read', 'write', 'delete', 'listDue'),
  state: callable,
  quote: callable,
  people: withMethods('{ takeOver }', 'takeOver'),
  noHuman: (value) =>
    typeof value === 'string' && value.trim().length >= 10
      ? undefined
      : 'should be a sentence that says why nobody can be reached through this bot',
  texts: (value) => (typeof value === 'function' ? undefined : object(value)),
  consentWords: object,
  identities: withMethods('createIdentities()', 'resolve'),
  keepMs: milliseconds(eightDays),
  leaseMs: milliseconds(1000),
  recordTranscript: (value) => (typeof value === 'boolean' ? undefined : 'should be true or false'),
  log: callable,
} satisfies Record<keyof BotOptions<unknown, unknown>, Check>;

function checkOption(name: string, value: unknown): string | undefined {
  if (!Object.hasOwn(checks, name)) return describeUnknownName(name, 'an option', Object.keys(checks));
  const check: Check = checks[name as keyof typeof checks];
  return value === undefined && name !== 'client' ? undefined : check(value);
}

/**
 * Checks what the types cannot, for callers in JavaScript.
 *
 * @throws {UsageError} that names every option that cannot work.
 */
export function checkBotOptions(options: object | undefined): void {
  const issues = Object.entries({ client: undefined, ...options }).flatMap(([path, value]) => {
    const message = checkOption(path, value);
    return message === undefined ? [] : [{ path, message }];
  });
  if (issues.length > 0) throw new UsageError({ summary: 'createBot cannot use these options.', issues });
}
