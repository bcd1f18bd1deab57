import { isApiError } from '../errors/api-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { guard } from '../shared/guard.ts';
import { isBsuid } from '../shared/ids.ts';
import { docsRoot } from '../shared/meta.ts';
import { checkNumbers } from './check-numbers.ts';
import { accept, createGate, pause, postpone, setMost, slowDown, type Gate } from './gate.ts';
import type { CallOptions, Endpoint } from './interface.ts';
import { createLane, enqueue, leave, type Lane, type Waiter } from './lane.ts';
import { createPairTable } from './pairs.ts';
import { throttleScopes, type LimitScope } from './throttles.ts';

/** How a limiter paces and pauses. */
export interface LimiterOptions {
  readonly messagesPerSecond?: number | ((phoneNumberId: string) => number | undefined) | undefined;
  /** Milliseconds: half of the first pause after a throttle. */
  readonly baseDelay?: number | undefined;
}

/** How long a call waited before an attempt, and for what. */
export interface QueueReport {
  readonly queueTime: number;
  readonly limitedBy: LimitScope;
}

/** What the limiter reads of a throttled answer. */
interface ThrottledAnswer {
  readonly error: Error;
  readonly retryAfter?: number | undefined;
  readonly headers?: Pick<Headers, 'get'> | undefined;
}

/** One call in the eyes of the limiter. */
interface Ticket {
  /** Waits for the call's turn; `undefined` if it did not wait. Throws `TransportError` when the signal aborts or `maxQueueTime` has passed. */
  enter(): Promise<QueueReport | undefined>;
  /** Notes that Meta accepted an attempt that began at `startedAt`. */
  accepted(startedAt: number): void;
  /** Pauses what Meta limits, for an attempt that began at `startedAt`. Returns the milliseconds until the pause ends. */
  throttled(answer: ThrottledAnswer, startedAt: number): number;
}

type TicketOptions = Pick<CallOptions, 'signal' | 'maxQueueTime'>;

/** Paces messages, and holds calls back while Meta throttles them. The clients of a transport share one. */
export interface Limiter {
  ticket(endpoint: Endpoint<unknown>, options: TicketOptions): Ticket;
}

// Meta counts messages by the second and does not say how. This share of the throughput fits into every sliding second, and leaves 2 % for
// late timers and a network that bunches messages up.
const share = 0.98;
// Meta, "About the platform", for the pair limit: wait 4^X seconds, X from 0.
const pairGrowth = 4;
const longestBackOff = 256_000;
// Meta counts the quotas of calls by the hour.
const longestPause = 3_600_000;

const purposes: Readonly<Record<LimitScope, string>> = {
  app: 'the call limit of the app',
  waba: 'the call limit of the WhatsApp Business Account',
  phoneNumber: 'the messages per second of the business phone number',
  pair: 'the limit of messages to this one user',
  call: 'the pause that the API asked for',
};

/** Returns the milliseconds that an answer asks to wait: `Retry-After`, or Meta's estimate in minutes. */
function getAskedPause({ retryAfter, headers }: ThrottledAnswer): number | undefined {
  const usage = headers?.get('x-business-use-case-usage') ?? '';
  const minutes = /"estimated_time_to_regain_access":\s*(\d+)/.exec(usage)?.[1];
  const asked = retryAfter ?? (Number(minutes ?? 0) * 60_000 || undefined);
  return asked === undefined ? undefined : Math.min(asked, longestPause);
}

/** Returns the phone number id of a call that sends a message. */
const getSender = ({ method, idempotency, path }: Endpoint<unknown>): string | undefined =>
  method === 'POST' && idempotency !== 'safe'
    ? /^\/([^/]+)\/(?:marketing_)?messages$/.exec(path)?.[1]
    : undefined;

/** Returns the key of sender and user, for a message to one user. */
function getPairKey(sender: string | undefined, recipient = ''): string | undefined {
  const isUser = /^\d+$/.test(recipient) || isBsuid(recipient);
  return sender !== undefined && isUser ? `${sender} ${recipient}` : undefined;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

/** Returns what the caller's function says of a number; `undefined` for no pace. */
function readLevel(
  messagesPerSecond: (phoneNumberId: string) => number | undefined,
  sender: string,
): number | undefined {
  let level: number | undefined;
  try {
    level = messagesPerSecond(sender);
  } catch (cause) {
    throw new UsageError({ summary: 'Nothing was sent: the function messagesPerSecond failed.', cause });
  }
  // It may be a promise, for callers in JavaScript.
  guard(() => level);
  checkNumbers({ messagesPerSecond: level === undefined ? level : Number(level) });
  return level;
}

/** Makes the limiter of a transport. */
export function createLimiter({ messagesPerSecond, baseDelay = 500 }: LimiterOptions): Limiter {
  const gates = new Map<string, Gate>();
  const lanes = new Map<string, Lane>();
  const isPaced = messagesPerSecond !== undefined;
  const pairs = createPairTable(isPaced);
  const getGate = (key: string): Gate => getOrAdd(gates, key, createGate);

  function ticket(endpoint: Endpoint<unknown>, { signal, maxQueueTime = Infinity }: TicketOptions): Ticket {
    const sender = getSender(endpoint);
    const pairKey = getPairKey(sender, endpoint.recipient);
    const account = `waba ${endpoint.wabaId ?? ''}`;
    const passes = new Map<LimitScope, Gate>([
      ['app', getGate('app')],
      ['waba', getGate(account)],
    ]);
    if (sender !== undefined) {
      const level =
        typeof messagesPerSecond === 'function' ? readLevel(messagesPerSecond, sender) : messagesPerSecond;
      const gate = getGate(sender);
      setMost(gate, level === undefined ? Infinity : level * share);
      passes.set('phoneNumber', gate);
    }
    let lane = getOrAdd(lanes, sender ?? account, createLane);
    let waited = 0;
    let refusals = 0;
    let refusal: Error | undefined;
    let pairFrom: number | undefined;

    function getThrottled(scope: LimitScope): Gate {
      const shared =
        scope === 'pair' && pairKey !== undefined ? pairs.findOrAdd(pairKey).gate : passes.get(scope);
      if (shared !== undefined) return shared;
      // What the throttle limits is not known here: the call waits by itself.
      lane = createLane();
      const own = createGate();
      passes.set('call', own);
      return own;
    }

    const enter = (): Promise<QueueReport | undefined> =>
      new Promise((resolve, reject) => {
        const startedAt = performance.now();
        const end = (): void => {
          waited += performance.now() - startedAt;
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        const waiter: Waiter = {
          lane,
          gates: passes,
          limitedBy: undefined,
          getPair: () =>
            pairKey === undefined ? undefined : isPaced ? pairs.findOrAdd(pairKey) : pairs.find(pairKey),
          go(from) {
            end();
            pairFrom = from;
            const { limitedBy } = waiter;
            resolve(limitedBy && { queueTime: performance.now() - startedAt, limitedBy });
          },
        };
        const fail = (error: TransportError): void => {
          end();
          leave(waiter);
          reject(error);
        };
        const abort = (): void => {
          fail(new TransportError('aborted', 'The call failed: aborted.', undefined, refusal));
        };
        const expire = (): void => {
          const purpose = purposes[waiter.limitedBy ?? 'call'];
          const summary = `Nothing was sent: the call waited for ${purpose}, and its maxQueueTime of ${maxQueueTime} ms is over. Give it more time, or make fewer calls at once.`;
          fail(new TransportError('queue_timeout', summary, undefined, refusal, `${docsRoot}/throughput`));
        };
        const timer = maxQueueTime < Infinity ? setTimeout(expire, maxQueueTime - waited) : undefined;
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
        else enqueue(waiter, refusals === 1);
      });

    return {
      enter,
      accepted(startedAt) {
        const pair = pairs.find(pairKey ?? '');
        if (pair !== undefined && pairFrom !== undefined) postpone(pair.gate, pairFrom, performance.now());
        for (const gate of [...passes.values(), ...(pair === undefined ? [] : [pair.gate])])
          if (startedAt > gate.pausedAt) accept(gate);
      },
      throttled(answer, startedAt) {
        refusals += 1;
        refusal = answer.error;
        const scope =
          throttleScopes[isApiError(answer.error) ? answer.error.code : 0] ??
          (sender === undefined ? 'call' : 'phoneNumber');
        const gate = getThrottled(scope);
        const now = performance.now();
        const asked = getAskedPause(answer);
        // A call that was on its way when the pause began tells nothing new.
        if (startedAt > gate.pausedAt) {
          gate.pauses += 1;
          gate.pausedAt = now;
          if (scope !== 'pair') slowDown(gate);
          const backOff =
            scope === 'pair' ? 1000 * pairGrowth ** (gate.pauses - 1) : baseDelay * 2 ** gate.pauses;
          pause(gate, now, asked ?? Math.min(backOff, longestBackOff));
        } else pause(gate, now, asked ?? 0);
        return gate.pausedUntil - now;
      },
    };
  }

  return { ticket };
}
