import { usageError } from '../errors/usage-error.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import type { Bot, BotDialogueOptions, BotOptions } from './bot.ts';
import { checkBotOptions } from './check-options.ts';
import type { Dialogue } from './dialogues/dialogue.ts';
import { meetCases } from './filters.ts';
import { createProcessor, type BotParts } from './process-events.ts';
import { createRoutes, type AnyHandler } from './routes.ts';
import { createTranscript } from './transcript.ts';

const day = 24 * 3_600_000;

/** Checks a dialogue that is added, and its options. */
function checkDialogue(dialogue: Dialogue<never>, options: BotDialogueOptions, parts: BotParts): void {
  const { name, steps } = dialogue;
  if (!(Object(steps) instanceof Map))
    throw usageError('dialogue', 'should be the result of defineDialogue(…)');
  if (parts.dialogues.has(name))
    throw usageError('dialogue', `"${name}" is the name of two dialogues of this bot`);
  if (steps.size === 0) throw usageError('dialogue', `"${name}" has no step; add one with .step(…)`);
  const { start, cancel, expiresAfter = day } = options;
  if (!(expiresAfter > 0) || !Number.isFinite(expiresAfter))
    throw usageError(
      'expiresAfter',
      `of "${name}" is ${expiresAfter}, and should be a number of milliseconds above 0`,
    );
  for (const [role, filter] of Object.entries({ start, cancel }))
    if (filter !== undefined && meetCases([{ kind: 'message' }], filter.cases)?.length === 0)
      throw usageError(role, `of "${name}" can never match: it lets no message through`);
}

/**
 * Creates a bot: routes, dialogues that survive a restart, and answers that go to the right place.
 *
 * What a handler decides is stored first and sent afterwards: its answers, the state and the step of the dialogue count together or not at all. A message that
 * Meta delivers twice is answered once. An answer is sent at least once; twice only if the process ends between WhatsApp's reply and the note of it, and
 * not at all if WhatsApp refuses it for good or the connection broke so that nobody knows: then `handle` rejects with the error.
 *
 * Throws `UsageError` that names every option that cannot work.
 *
 * @example
 * const bot = createBot({ client: wa });
 * bot.on('message', isText(/hours|open/i), (ctx) => ctx.reply('Monday to Saturday, 9 to 18'));
 * bot.human((ctx) => ctx.reply('Call us: +1 555 078 3881'));
 * bot.fallback((ctx) => ctx.reply('Ask me about our opening hours.'));
 * const handler = createWebhookHandler({ appSecret, verifyToken, on: bot.handlers });
 *
 * @beta
 */
export function createBot<State = Record<string, unknown>, Quote = never>(
  options: BotOptions<State, Quote>,
): Bot<State, Quote> {
  checkBotOptions(options);
  const parts: BotParts = {
    routes: createRoutes(),
    middleware: [],
    dialogues: new Map(),
    fallback: undefined,
    catcher: undefined,
    human: undefined,
    humanWords: [],
  };
  const transcript = options.recordTranscript ? createTranscript() : undefined;
  const processor = createProcessor(options, parts, transcript);
  let isComplete = false;

  function checkComplete(): void {
    if (!isComplete && parts.human === undefined && options.noHuman === undefined)
      throw usageError(
        'human',
        'is missing: add bot.human((ctx) => …), because WhatsApp asks for a way to a person, or say in the option noHuman why there is none',
      );
    isComplete = true;
  }

  function checkFunction(role: string, given: unknown): void {
    if (typeof given !== 'function') throw usageError(role, 'needs a function');
  }

  /** Checks that a part is added once. */
  function checkOnce(role: string, given: unknown, before: unknown): void {
    checkFunction(role, given);
    if (before !== undefined) throw usageError(role, 'is given twice: the second one can never match');
  }

  async function handle(
    event: WebhookEvent,
    context?: Parameters<typeof processor.handle>[1],
  ): Promise<void> {
    checkComplete();
    return processor.handle(event, context);
  }

  const bot: Bot<State, Quote> = {
    use(middleware) {
      checkFunction('use', middleware);
      parts.middleware.push(middleware);
      return bot;
    },
    on(name: string, ...rest: readonly [unknown, AnyHandler?]) {
      const [first, second] = rest;
      if (rest.length === 1) parts.routes.on(name, undefined, first as AnyHandler);
      else parts.routes.on(name, first, second as AnyHandler);
      return bot;
    },
    button(pattern, handler) {
      parts.routes.button(pattern, handler);
      return bot;
    },
    command(words, handler) {
      parts.routes.command([words].flat(), handler);
      return bot;
    },
    fallback(handler) {
      checkOnce('fallback', handler, parts.fallback);
      parts.fallback = handler;
      return bot;
    },
    catch(handler) {
      checkOnce('catch', handler, parts.catcher);
      parts.catcher = handler;
      return bot;
    },
    human(...given: readonly unknown[]) {
      const words = given.length > 1 ? (given[0] as readonly string[]) : [];
      const handler = given.at(-1);
      checkOnce('human', handler, parts.human);
      parts.human = handler as AnyHandler;
      parts.humanWords = words;
      return bot;
    },
    dialogue(dialogue, dialogueOptions = {}) {
      const { start, cancel, expiresAfter = day } = dialogueOptions;
      const registered = dialogue as Dialogue<never>;
      checkDialogue(registered, dialogueOptions, parts);
      parts.dialogues.set(dialogue.name, {
        dialogue: registered,
        expiresAfter,
        starts: start,
        cancels: cancel,
      });
      return bot;
    },
    get handlers() {
      checkComplete();
      return { any: handle };
    },
    handle,
    sweep: processor.sweep,
    forget: processor.forget,
    transcript(user) {
      if (transcript === undefined)
        throw usageError('recordTranscript', 'should be true for bot.transcript()');
      return transcript.print(user);
    },
  };
  return bot;
}
