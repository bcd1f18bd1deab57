import { loadMessageCheck } from '../api/messages/check-message.ts';
import { sendMessage } from '../api/messages/send-message.ts';
import { isApiError } from '../errors/api-error.ts';
import { isTransportError } from '../errors/transport-error.ts';
import { isWabakitError } from '../errors/base-error.ts';
import { recipientOf } from '../api/messages/recipient-of.ts';
import { guard } from '../shared/guard.ts';
import { text } from '../messages/text.ts';
import type { ConsentReader } from '../webhooks/consent/consent-reader.ts';
import { loadConsentReader } from '../webhooks/consent/load-consent-reader.ts';
import type { ConsentEvent } from '../webhooks/events/consent.ts';
import { eventKey } from '../webhooks/events/event-key.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import type { EventContext } from '../webhooks/receiver/event-context.ts';
import { UsageError, usageError } from '../errors/usage-error.ts';
import type { BotOptions } from './bot.ts';
import { createContext, type Draft, type Run } from './context.ts';
import { createDialogueRunner, type RegisteredDialogue } from './dialogues/run-dialogues.ts';
import { isWord } from './filters.ts';
import {
  emptyRecord,
  findUnstorable,
  isExpired,
  isHandled,
  withHandled,
  type BotRecord,
  type BotUser,
  type Outgoing,
} from './record.ts';
import type { AnyHandler, Match, Routes } from './routes.ts';
import { createSessions, type Changed } from './session.ts';
import { createMemoryDialogueStore } from './store/create-memory-dialogue-store.ts';
import { defaultTexts, type BotTexts } from './texts.ts';
import type { Transcript } from './transcript.ts';
import { toBotUser } from './user.ts';
import { opensWindow, toWindow } from './window.ts';

/** A middleware of any state. */
type AnyMiddleware = (context: never, next: () => Promise<void>) => unknown;

/** What was added to a bot. It grows until the first event. */
export interface BotParts {
  readonly routes: Routes;
  readonly middleware: AnyMiddleware[];
  readonly dialogues: Map<string, RegisteredDialogue>;
  fallback: AnyHandler | undefined;
  catcher: ((error: unknown, context: never) => unknown) | undefined;
  human: AnyHandler | undefined;
  /** The words of the caller by which users ask for a person. */
  humanWords: readonly string[];
}

/** What processes the events of a bot. */
export interface Processor {
  readonly handle: (event: WebhookEvent, context?: Partial<EventContext>) => Promise<void>;
  readonly sweep: (at?: Date | number) => Promise<number>;
  readonly forget: (key: string) => Promise<void>;
}

const day = 24 * 3_600_000;
const sweepLimit = 100;

/** The kinds of refusal that the next attempt may not meet, although the call is the same: somebody renews the token or pays. */
const passing = new Set(['auth', 'billing', 'registration', 'throttle', 'service']);

/**
 * Says whether a failed decision is given up: the message is refused for good, or nobody knows whether it was sent, and it must not reach the user twice.
 */
function isFinal(error: unknown, { at }: Outgoing): boolean {
  if (Date.now() - at > day) return true;
  if (isApiError(error)) return error.retry === 'never' && !passing.has(error.codeKind ?? '');
  return isWabakitError(error) && !isTransportError(error);
}

/** Creates what processes the events of a bot. */
export function createProcessor(
  options: BotOptions<unknown, unknown>,
  parts: BotParts,
  transcript: Transcript | undefined,
): Processor {
  const { client, people, quote, dialogues: store = createMemoryDialogueStore() } = options;
  const { keepMs = 90 * day, leaseMs = 60_000, identities } = options;
  const resolve = identities && ((id: string) => identities.resolve(id));
  const sessions = createSessions({ store, leaseMs, keepMs, carryOut, isFinal });
  const runner = createDialogueRunner({ registered: parts.dialogues, getTexts, gaveUp: callHuman });
  let consentReader: Promise<ConsentReader> | undefined;
  let isHumanWord: ((event: WebhookEvent) => boolean) | undefined;

  async function carryOut(outgoing: Outgoing, signal: AbortSignal): Promise<void> {
    if (outgoing.kind === 'handOver') {
      const { id, department, note, user, at } = outgoing;
      await people?.takeOver({ id, department, note, user, at });
    } else {
      const { to, content, id } = outgoing;
      await sendMessage(client, { ...to, ...content, callbackData: content.callbackData ?? id }, { signal });
    }
    transcript?.addOutgoing(outgoing);
  }

  function log(message: string, fields: object = {}): void {
    guard(() => options.log?.(message, fields));
  }

  function getTexts({ user, event }: Pick<Run, 'user' | 'event'>): BotTexts {
    const { texts } = options;
    return { ...defaultTexts, ...(typeof texts === 'function' ? texts(user, event) : texts) };
  }

  /** Makes the context for what was added by the caller, whose types only the caller knows. */
  const contextOf = (run: Run, params?: unknown): never =>
    createContext<never, never, never, never>(run, params as never) as never;

  /** Calls a handler, which was added for the events that its route lets through. */
  const callHandler = async (run: Run, { handler, params }: Match): Promise<void> =>
    void (await handler(contextOf(run, params)));

  async function callHuman(run: Run): Promise<void> {
    run.draft.dialogue = undefined;
    run.draft.moves += 1;
    if (parts.human !== undefined) await callHandler(run, { handler: parts.human, params: undefined });
  }

  /** Says whether a message asks for a person. The words are loaded with the first message. */
  async function asksForPerson(event: WebhookEvent): Promise<boolean> {
    if (parts.human === undefined) return false;
    if (isHumanWord === undefined) {
      const { humanWords } = await import('./human-words.ts');
      isHumanWord = isWord(...humanWords, ...parts.humanWords);
    }
    return isHumanWord(event);
  }

  async function readConsent(event: WebhookEvent): Promise<ConsentEvent | undefined> {
    if (event.kind !== 'message') return undefined;
    consentReader ??= loadConsentReader(options.consentWords).catch((error: unknown) => {
      consentReader = undefined;
      throw error;
    });
    return (await consentReader)([event]).find((one) => one.kind === 'consent');
  }

  /** Passes an event to what takes it. */
  async function route(run: Run, consent: ConsentEvent | undefined): Promise<void> {
    const { event, draft, user } = run;
    const match = async (found: Match | undefined): Promise<boolean> => {
      if (found !== undefined) await callHandler(run, found);
      return found !== undefined;
    };
    if (event.kind !== 'message') return void (await match(parts.routes.find(event)));
    if (draft.dialogue !== undefined && isExpired(draft.dialogue, run.at)) draft.dialogue = undefined;
    if (consent?.choice === 'stop') {
      draft.dialogue = undefined;
      return;
    }
    if (await people?.isAnswering?.(user)) return;
    if (await asksForPerson(event)) return callHuman(run);
    if (await runner.takeTap(run)) return;
    if (await match(parts.routes.findDirect(event))) return;
    if (runner.takeCancel(run, consent?.choice === 'maybe_stop')) return;
    if (await runner.takeAnswer(run)) return;
    for (const { dialogue, starts } of parts.dialogues.values())
      if (starts?.(event)) return runner.start(run, dialogue, {});
    if (await match(parts.routes.find(event))) return;
    if (parts.fallback !== undefined) await match({ handler: parts.fallback, params: undefined });
  }

  async function runAll(run: Run, consent: ConsentEvent | undefined): Promise<void> {
    const { middleware } = parts;
    if (middleware.length === 0) return route(run, consent);
    const context = contextOf(run);
    let called = -1;
    const dispatch = async (index: number): Promise<void> => {
      if (index <= called) throw new Error('A middleware called next() twice.');
      called = index;
      const layer = middleware[index];
      if (layer === undefined) return route(run, consent);
      await layer(context, () => dispatch(index + 1));
    };
    await dispatch(0);
  }

  async function makeRun(
    event: WebhookEvent,
    user: BotUser,
    record: BotRecord,
    { signal, tenant }: Partial<EventContext>,
    attempt = 1,
  ): Promise<Run> {
    const draft: Draft = { outbox: [], dialogue: record.dialogue, moves: 0 };
    return {
      event,
      user,
      client,
      tenant,
      signal,
      attempt,
      record,
      draft,
      state: record.state ?? options.state?.() ?? {},
      at: ('at' in event ? event.at : undefined) ?? Date.now(),
      quote,
      handsOver: people !== undefined,
      log,
      dialogues: runner,
      checkMessage: await loadMessageCheck(),
    };
  }

  /** Returns the record with what a run decided. */
  function commit({ record, draft, state, at }: Run, key: string): BotRecord {
    const problem = findUnstorable(state, 'state');
    if (problem !== undefined) throw new UsageError({ summary: `${problem}.` });
    const outbox = [...record.outbox, ...draft.outbox];
    const dialogue = draft.dialogue;
    return withHandled({ ...record, state, dialogue, outbox, failed: undefined }, key, at);
  }

  /** Returns the record with what an event itself says. */
  function withEvent(record: BotRecord, event: WebhookEvent): BotRecord {
    const isOpening = opensWindow(event) && 'at' in event && event.at !== undefined;
    const userAt = isOpening ? Math.max(record.userAt ?? 0, event.at) : record.userAt;
    return { ...record, userAt, to: event.kind === 'message' ? recipientOf(event) : record.to };
  }

  /** Runs the handlers of an event on a record, then `catch` if they failed. */
  async function decide(
    stored: BotRecord,
    event: WebhookEvent,
    user: BotUser,
    key: string,
    context: Partial<EventContext>,
  ): Promise<Changed> {
    const attempt = stored.failed?.key === key ? stored.failed.attempts + 1 : 1;
    const record = withEvent(stored, event);
    try {
      const run = await makeRun(event, user, record, context, attempt);
      await runAll(run, await readConsent(event));
      return { record: commit(run, key) };
    } catch (thrown) {
      let error: unknown = thrown;
      if (parts.catcher !== undefined && !context.signal?.aborted)
        try {
          const run = await makeRun(event, user, record, context, attempt);
          await parts.catcher(error, contextOf(run));
          return { record: commit(run, key) };
        } catch (again) {
          error = again;
        }
      return { record: { ...stored, failed: { key, attempts: attempt } }, failure: { error } };
    }
  }

  async function tellOfStore(
    error: unknown,
    event: WebhookEvent,
    user: BotUser,
    context: Partial<EventContext>,
  ): Promise<void> {
    const run = await makeRun(event, user, emptyRecord, context);
    await parts.catcher?.(error, contextOf(run));
  }

  /** Runs the routes of an event that is about no user: there is nothing to remember and nobody to answer. */
  async function handleWithoutUser(event: WebhookEvent, context: Partial<EventContext>): Promise<void> {
    const { phoneNumberId } = event;
    const user = {
      key: '',
      waId: undefined,
      bsuid: undefined,
      name: undefined,
      phoneNumberId,
      groupId: undefined,
    };
    const run = await makeRun(event, user, emptyRecord, context);
    try {
      await runAll(run, undefined);
    } catch (error) {
      if (parts.catcher === undefined) throw error;
      await parts.catcher(error, contextOf(run));
    }
  }

  async function handle(event: WebhookEvent, context: Partial<EventContext> = {}): Promise<void> {
    if (event.kind !== 'message' && !parts.routes.has(event.kind)) return;
    const user = toBotUser(event, context.tenant, resolve);
    if (user === undefined) return handleWithoutUser(event, context);
    const key = await eventKey(event);
    try {
      await sessions.change(
        user.key,
        async (record) => {
          if (isHandled(record, key)) return undefined;
          transcript?.addEvent(user, event, key);
          return decide(record, event, user, key, context);
        },
        context.signal,
      );
    } catch (error) {
      if (sessions.isStoreError(error)) await tellOfStore(error, event, user, context).catch(() => undefined);
      throw error;
    }
  }

  /** Closes a dialogue whose time is over. */
  function close(record: BotRecord, now: number): Changed | undefined {
    const { dialogue, to, userAt } = record;
    if (dialogue === undefined || !isExpired(dialogue, now)) return undefined;
    const { texts } = options;
    const said = typeof texts === 'function' ? undefined : texts?.expired;
    const id = `bot-${crypto.randomUUID()}`;
    const message =
      said !== undefined && to !== undefined && toWindow(userAt, now).isOpen
        ? [{ kind: 'message' as const, id, to, content: text({ body: said }), at: Date.now() }]
        : [];
    return { record: { ...record, dialogue: undefined, outbox: [...record.outbox, ...message] } };
  }

  async function sweep(at: Date | number = Date.now()): Promise<number> {
    const now = Number(at);
    if (!Number.isFinite(now)) throw usageError('at', 'should be a Date or a time in epoch milliseconds');
    const keys = await store.listDue(now, sweepLimit);
    const results = await Promise.allSettled(
      keys.map((key) => sessions.change(key, (record) => close(record, now))),
    );
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return keys.length;
  }

  return { handle, sweep, forget: async (key) => void (await store.delete(key)) };
}
