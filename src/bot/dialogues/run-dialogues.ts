import { UsageError, usageError } from '../../errors/usage-error.ts';
import { describeUnknownName } from '../../shared/nearest-name.ts';
import { isObject, type RawObject } from '../../webhooks/events/base.ts';
import type { WebhookEvent } from '../../webhooks/events/event.ts';
import type { IncomingMessageEvent } from '../../webhooks/events/message.ts';
import { createContext, send, type Run } from '../context.ts';
import { findUnstorable, isExpired, type ActiveDialogue } from '../record.ts';
import type { BotTexts } from '../texts.ts';
import type { AnyStep, Dialogue, QuestionStep, StepContext } from './dialogue.ts';
import { findOption, getDialogueTap, markQuestion } from './options.ts';

/** A dialogue as it was given to the bot. */
export interface RegisteredDialogue {
  readonly dialogue: Dialogue<never>;
  readonly expiresAfter: number;
  readonly starts: ((event: WebhookEvent) => boolean) | undefined;
  readonly cancels: ((event: WebhookEvent) => boolean) | undefined;
}

/** What the dialogues need of the bot. */
export interface DialogueHost {
  readonly registered: ReadonlyMap<string, RegisteredDialogue>;
  readonly getTexts: (run: Run) => BotTexts;
  /** Called when a dialogue gave up, after the text that says so. */
  readonly gaveUp: (run: Run) => Promise<void>;
}

/** Moves users through dialogues. */
export interface DialogueRunner {
  /** Starts a dialogue in the draft of a run. */
  readonly start: (run: Run, dialogue: object, data: unknown) => Promise<void>;
  /** Asks the current question again. */
  readonly repeat: (run: Run) => Promise<void>;
  /** Answers a tap on a button of a question, if the event is one. Returns whether it was. */
  readonly takeTap: (run: Run) => Promise<boolean>;
  /** Takes a message as the answer to the current question, if there is one. Returns whether there was. */
  readonly takeAnswer: (run: Run) => Promise<boolean>;
  /** Ends the dialogue if it is a word that leaves it. Returns whether it was. */
  readonly takeCancel: (run: Run, isConsentWord: boolean) => boolean;
}

/** Types of message that are never an answer: they say something about another message or the user. */
const noAnswers = new Set(
  'reaction system edit revoke unsupported unknown media_placeholder request_welcome'.split(' '),
);
const isAnswer = (event: WebhookEvent): event is IncomingMessageEvent =>
  event.kind === 'message' && !noAnswers.has(event.type);

const maxActions = 100;
const makeMark = (): string => crypto.randomUUID().slice(0, 6);

const isQuestion = (step: AnyStep): step is QuestionStep<never, unknown> => typeof step !== 'function';

/** Creates what moves users through the dialogues of a bot. */
export function createDialogueRunner({ registered, getTexts, gaveUp }: DialogueHost): DialogueRunner {
  function getStep(dialogue: Dialogue<never>, name: string): AnyStep {
    const step = dialogue.steps.get(name);
    if (step !== undefined) return step;
    throw usageError(
      'step',
      `"${name}" ${describeUnknownName(name, `a step of "${dialogue.name}"`, [...dialogue.steps.keys()])}`,
    );
  }

  function getNext(dialogue: Dialogue<never>, name: string): string | undefined {
    const names = [...dialogue.steps.keys()];
    return names[names.indexOf(name) + 1];
  }

  const toStepContext = (run: Run, data: RawObject): StepContext<never> => ({
    ...createContext<WebhookEvent, unknown, unknown, unknown>(run, undefined),
    data: data as never,
    goTo: (step) => ({ step }),
    end: () => ({ step: undefined }),
  });

  function end({ draft }: Run): void {
    draft.dialogue = undefined;
    draft.moves += 1;
  }

  /** Asks a question, or shows the page of it that an option leads to. Returns whether there was one. */
  async function askQuestion(
    run: Run,
    active: ActiveDialogue,
    question: QuestionStep<never, unknown>,
    turnedBy?: string,
  ): Promise<boolean> {
    const rendered = await question.render(toStepContext(run, active.data));
    const pages = typeof rendered === 'object' && 'page' in rendered ? rendered : undefined;
    const first = typeof rendered === 'object' && 'page' in rendered ? rendered.content : rendered;
    const shown = turnedBy === undefined ? first : pages?.page(turnedBy);
    if (shown === undefined) return false;
    const { content, options } = question.isChoice
      ? markQuestion(shown, active, run.user.groupId !== undefined)
      : { content: shown, options: undefined };
    send(run, content);
    // The pages before this one can still be tapped.
    const earlier = turnedBy === undefined ? [] : (active.options ?? []);
    run.draft.dialogue = {
      ...active,
      isPaged: pages !== undefined,
      options: options && [...options, ...earlier],
    };
    return true;
  }

  /** Runs the steps that act, from a step on, and asks the first question. */
  async function enter(
    run: Run,
    { dialogue, expiresAfter }: RegisteredDialogue,
    first: string | undefined,
    data: RawObject,
  ): Promise<void> {
    const { name, version } = dialogue;
    const { draft } = run;
    let current = first;
    for (let actions = 0; current !== undefined; actions += 1) {
      const problem = findUnstorable(data, `data of "${name}"`);
      if (problem !== undefined) throw new UsageError({ summary: `${problem}.` });
      if (actions === maxActions)
        throw new UsageError({
          summary: `The dialogue "${name}" ran ${maxActions} steps without a question.`,
        });
      const step = getStep(dialogue, current);
      const expiresAt = run.at + expiresAfter;
      const active = { name, version, step: current, mark: makeMark(), data, failures: 0, expiresAt };
      if (isQuestion(step)) return void (await askQuestion(run, active, step));
      draft.dialogue = active;
      const { moves } = draft;
      const transition = await step(toStepContext(run, data));
      if (draft.moves !== moves) return;
      current = transition === undefined ? getNext(dialogue, current) : transition.step;
    }
    end(run);
  }

  /** Returns the data that a dialogue may begin or go on with, or `undefined` if its schema refuses it. */
  async function checkData({ schema }: Dialogue<never>, data: unknown): Promise<RawObject | undefined> {
    const result = schema === undefined ? { value: data } : await schema['~standard'].validate(data);
    const value = result.issues === undefined ? result.value : undefined;
    // A copy, because steps change it, and a step that runs again must not see what the first run did.
    return isObject(value) ? structuredClone(value) : undefined;
  }

  async function start(run: Run, given: object, data: unknown = {}): Promise<void> {
    const { name } = given as Dialogue<never>;
    const found = registered.get(name);
    if (found?.dialogue !== given)
      throw usageError(
        'dialogue',
        found === undefined
          ? `"${name}" ${describeUnknownName(name, 'a dialogue of this bot', [...registered.keys()])}`
          : `"${name}" is another definition than the one of this bot`,
      );
    const checked = await checkData(found.dialogue, data);
    if (checked === undefined) throw usageError('data', `of "${name}" is refused by its schema`);
    const [first] = found.dialogue.steps.keys();
    end(run);
    await enter(run, found, first, checked);
  }

  /** Returns the dialogue of a draft with data that can be used, of its present version; ends it if there is none. */
  async function load(run: Run): Promise<{ found: RegisteredDialogue; active: ActiveDialogue } | undefined> {
    const stored = run.draft.dialogue;
    if (stored === undefined) return undefined;
    const found = registered.get(stored.name);
    const { dialogue } = found ?? {};
    const isSame = dialogue?.version === stored.version;
    const moved = isSame ? stored : dialogue?.migrate?.(stored);
    const step = moved && dialogue?.steps.get(moved.step);
    const data = moved && dialogue && (await checkData(dialogue, moved.data));
    if (found && data && step && isQuestion(step))
      return { found, active: { ...stored, version: found.dialogue.version, step: moved.step, data } };
    run.log('a dialogue cannot go on', { dialogue: stored.name, version: stored.version, step: stored.step });
    end(run);
    send(run, getTexts(run).changed);
    return undefined;
  }

  async function repeat(run: Run): Promise<void> {
    const loaded = await load(run);
    if (loaded === undefined) return;
    const step = getStep(loaded.found.dialogue, loaded.active.step);
    if (isQuestion(step)) await askQuestion(run, loaded.active, step);
  }

  async function refuse(
    run: Run,
    active: ActiveDialogue,
    question: QuestionStep<never, unknown>,
  ): Promise<void> {
    const failures = active.failures + 1;
    const texts = getTexts(run);
    if (failures >= question.attempts) {
      send(run, texts.gaveUp);
      end(run);
      return gaveUp(run);
    }
    run.draft.dialogue = { ...active, failures };
    send(run, question.retry ?? texts.retry);
    if (question.retry === undefined) await askQuestion(run, { ...active, failures }, question);
  }

  async function takeAnswer(run: Run): Promise<boolean> {
    const { event } = run;
    if (run.draft.dialogue === undefined || !isAnswer(event)) return false;
    const loaded = await load(run);
    if (loaded === undefined) return true;
    const { found, active } = loaded;
    const step = getStep(found.dialogue, active.step);
    if (!isQuestion(step)) return false;
    const typed = event.type === 'text' ? findOption(active.options, event.text.body) : undefined;
    const choice = getDialogueTap(event)?.choice ?? typed;
    if (active.isPaged && choice !== undefined && (await askQuestion(run, active, step, choice))) return true;
    const reading = await step.read(event, step.isChoice ? choice : undefined);
    if (reading === undefined) {
      await refuse(run, active, step);
      return true;
    }
    const data = { ...active.data, [active.step]: reading.value };
    await enter(run, found, getNext(found.dialogue, active.step), data);
    return true;
  }

  async function takeTap(run: Run): Promise<boolean> {
    const tap = getDialogueTap(run.event);
    if (tap === undefined) return false;
    const active = run.draft.dialogue;
    const isCurrent =
      active !== undefined &&
      !isExpired(active, run.at) &&
      (['name', 'version', 'step', 'mark'] as const).every((key) => active[key] === tap[key]) &&
      active.options?.some(([id]) => id === tap.choice);
    if (isCurrent) return takeAnswer(run);
    send(run, getTexts(run).stale);
    await repeat(run);
    return true;
  }

  function takeCancel(run: Run, isConsentWord: boolean): boolean {
    const active = run.draft.dialogue;
    if (active === undefined || !isAnswer(run.event)) return false;
    if (!isConsentWord && !registered.get(active.name)?.cancels?.(run.event)) return false;
    end(run);
    send(run, getTexts(run).cancelled);
    return true;
  }

  return { start, repeat, takeTap, takeAnswer, takeCancel };
}
