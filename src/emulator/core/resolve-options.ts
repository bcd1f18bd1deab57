import { UsageError, type Issue } from '../../errors/usage-error.ts';
import { currencies, isCurrency } from '../../pricing/values/money.ts';
import { describeUnknownName } from '../../shared/nearest-name.ts';
import type { EmulatorOptions } from './options.ts';
import { toMilliseconds } from '../time/duration.ts';
import { createIdFactory } from '../kernel/id-factory.ts';
import { createRandom } from '../kernel/random.ts';
import type { EmulatorSettings, SettledLimits } from '../kernel/settings.ts';
import { settlePersonas } from '../users/settle-personas.ts';

// Meta's own documentation uses these numbers and ids: a reader recognises them, and they are not in use.
const wabaId = '102290129340398';
const phoneNumberId = '106540352242922';
const displayPhoneNumber = '+1 555-078-3881';
const businessId = '2729063490586005';
const appId = '670843887433847';
// A Monday noon under the rate cards of October 2026.
const manualStart = Date.UTC(2026, 10, 2, 12);
const metaLimits: SettledLimits = { messagesPerSecond: 80, pairRate: true, messagingLimit: undefined };
const noLimits: SettledLimits = {
  messagesPerSecond: undefined,
  pairRate: false,
  messagingLimit: undefined,
};

const known: Record<keyof EmulatorOptions, true> = {
  seed: true,
  clock: true,
  webhook: true,
  accessToken: true,
  wabaId: true,
  phoneNumberId: true,
  displayPhoneNumber: true,
  verifiedName: true,
  timeZone: true,
  currency: true,
  templates: true,
  templateReview: true,
  delays: true,
  limits: true,
  personas: true,
  journalLimit: true,
  waitTimeout: true,
};

function settleClock(
  clock: NonNullable<EmulatorOptions['clock']>,
  issues: Issue[],
): { start: number | undefined; speed: number } {
  if (clock === 'manual') return { start: manualStart, speed: 0 };
  if (clock === 'real') return { start: undefined, speed: 1 };
  if (clock === 'x60') return { start: undefined, speed: 60 };
  const start = typeof clock === 'object' ? new Date(clock.start).getTime() : Number.NaN;
  const speed = typeof clock === 'object' ? (clock.speed ?? 0) : 0;
  if (!Number.isFinite(start))
    issues.push({
      path: 'clock',
      message: "is neither 'manual', 'real', 'x60' nor { start } with a time that can be read",
    });
  if (!Number.isFinite(speed) || speed < 0)
    issues.push({ path: 'clock.speed', message: 'must be 0 (stands still) or more' });
  return { start, speed };
}

function checkTimeZone(timeZone: string, issues: Issue[]): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    issues.push({
      path: 'timeZone',
      message: `${JSON.stringify(timeZone)} is not an IANA time zone such as 'America/Sao_Paulo'`,
    });
  }
}

/** Fills in the defaults and refuses what cannot work, everything at once. */
export function resolveOptions(options: EmulatorOptions): EmulatorSettings {
  const issues: Issue[] = [];
  for (const key of Object.keys(options))
    if (!(key in known))
      issues.push({
        path: key,
        message: describeUnknownName(key, 'an option of createEmulator', Object.keys(known)),
      });
  if (options.webhook?.url !== undefined && options.webhook.handler !== undefined)
    issues.push({ path: 'webhook', message: 'has a url and a handler; give one, and subscribe the other' });
  const seed = options.seed ?? 1;
  if (!Number.isSafeInteger(seed)) issues.push({ path: 'seed', message: 'must be a whole number' });
  const currency = options.currency ?? 'USD';
  if (!isCurrency(currency))
    issues.push({ path: 'currency', message: `Meta bills in ${currencies.join(', ')}` });
  const timeZone = options.timeZone ?? 'UTC';
  checkTimeZone(timeZone, issues);
  const clock = settleClock(options.clock ?? 'manual', issues);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The emulator cannot start with these options.', issues });

  const ids = createIdFactory(createRandom(seed));
  const still = clock.speed === 0;
  const { delays = {}, limits } = options;
  const delay = (name: 'sent' | 'delivered', running: number): number =>
    toMilliseconds(delays[name] ?? (still ? 0 : running), `delays.${name}`);
  const base = limits === false || (limits === undefined && still) ? noLimits : metaLimits;
  return {
    seed,
    ...clock,
    appSecret: options.webhook?.appSecret ?? ids.conversation(),
    verifyToken: options.webhook?.verifyToken ?? 'emulator',
    accessToken: options.accessToken ?? `EAAE${ids.token(60)}`,
    wabaId: options.wabaId ?? wabaId,
    phoneNumberId: options.phoneNumberId ?? phoneNumberId,
    businessId,
    appId,
    displayPhoneNumber: options.displayPhoneNumber ?? displayPhoneNumber,
    verifiedName: options.verifiedName ?? 'Emulated Shop',
    timeZone,
    currency,
    delays: {
      sent: delay('sent', 150),
      delivered: delay('delivered', 700),
      read: delays.read === undefined ? undefined : toMilliseconds(delays.read, 'delays.read'),
    },
    templateReview: options.templateReview ?? 'rules',
    reviewDelay: toMilliseconds(delays.review ?? (still ? 0 : '5s'), 'delays.review'),
    limits: { ...base, ...(limits === false ? {} : limits) },
    personas: settlePersonas(options.personas ?? []),
    journalLimit: options.journalLimit ?? 10_000,
    waitTimeout: toMilliseconds(options.waitTimeout ?? '4s', 'waitTimeout'),
  };
}
