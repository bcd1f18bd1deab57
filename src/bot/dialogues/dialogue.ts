import type { ReplyContent } from '../../api/messages/reply.ts';
import { usageError } from '../../errors/usage-error.ts';
import type { IncomingMessageEvent } from '../../webhooks/events/message.ts';
import type { BotContext } from '../context-types.ts';
import { isSchema, type StandardSchema } from '../standard-schema.ts';
import type { DialogueName } from './dialogue-name.ts';

/**
 * Where a dialogue goes after a step; `ctx.goTo` and `ctx.end` return one.
 *
 * @beta
 */
export interface Transition {
  /** The next step; `undefined` ends the dialogue. */
  readonly step: string | undefined;
}

/**
 * The context of a step: that of the event, and the data of the dialogue.
 *
 * @beta
 */
export interface StepContext<Data = unknown> extends BotContext {
  /** What the dialogue has learned so far. Change its properties; it is stored with the step. JSON only. */
  readonly data: Data;
  /** Goes to a step: `return ctx.goTo('pnr')`. An unknown name rejects with `UsageError` when the step returns it. */
  readonly goTo: (step: string) => Transition;
  /** Ends the dialogue: `return ctx.end()`. */
  readonly end: () => Transition;
}

/**
 * A step that acts and does not wait: the next step follows at once, or the one that it returns; after the last step the dialogue is over.
 *
 * @beta
 */
export type ActionStep<Data> = (
  context: StepContext<Data>,
) => Transition | undefined | void | Promise<Transition | undefined | void>;

/**
 * What a question made of an answer: `value` for one that it can use.
 *
 * @beta
 */
export type Reading<Value> = { readonly value: Value } | undefined;

/**
 * A message of several pages, one of which is shown: the result of `menu`.
 *
 * @beta
 */
export interface PagedContent {
  /** The first page. */
  readonly content: ReplyContent;
  /** Returns the page that an option leads to, by the id of the option; `undefined` for an option that is a choice. */
  readonly page: (id: string) => ReplyContent | undefined;
}

/** The options that a question showed: id and label. */
export type ShownOptions = readonly (readonly [id: string, label: string])[];

/**
 * A step that asks and waits for the answer; `ask`, `choose` and `confirm` make one.
 *
 * @beta
 */
export interface QuestionStep<Data, Value> {
  /** Returns the question. */
  readonly render: (
    context: StepContext<Data>,
  ) => ReplyContent | PagedContent | Promise<ReplyContent | PagedContent>;
  /** Whether a tap on one of its buttons is the answer. */
  readonly isChoice: boolean;
  /** Reads an answer: `undefined` if it cannot be used. `choice` is the id of the option that was tapped or typed. */
  readonly read: (
    event: IncomingMessageEvent,
    choice: string | undefined,
  ) => Reading<Value> | Promise<Reading<Value>>;
  /** What is said to an answer that cannot be used. Default: `retry` of the texts, and the question again. */
  readonly retry: string | undefined;
  /** How many answers may be tried before the dialogue gives up. */
  readonly attempts: number;
}

/** A step of any data; what it is called with is what its builder saw. */
export type AnyStep = QuestionStep<never, unknown> | ActionStep<never>;

/**
 * What a dialogue was when it was stored, and what it is now.
 *
 * @beta
 */
export interface StoredStep {
  /** The version of the definition that stored it. */
  readonly version: number;
  /** The step whose answer is awaited. */
  readonly step: string;
  /** The data of that version. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Options of {@link defineDialogue}.
 *
 * @beta
 */
export interface DialogueOptions<Data> {
  /** A whole number that you raise when the steps or the data change so that a stored dialogue cannot go on as it is. Default: 1. */
  readonly version?: number | undefined;
  /**
   * A schema of the data, of any library that implements Standard Schema. It checks what the dialogue begins with and what the store returns; data that
   * it refuses ends the dialogue. What it returns must survive JSON and pass the schema again. Default: none, the answers make the type.
   */
  readonly data?: StandardSchema<unknown, Data> | undefined;
  /** Returns where a dialogue of another version goes on, or `undefined` to end it with the text `changed`. Default: it is ended. */
  readonly migrate?: ((stored: StoredStep) => Pick<StoredStep, 'step' | 'data'> | undefined) | undefined;
}

/**
 * A dialogue: steps in order, each with a name. It holds no state, so that one definition serves all users.
 *
 * @beta
 */
export interface Dialogue<Data = unknown> extends DialogueName<Data> {
  /** Its version, which the store keeps. */
  readonly version: number;
  /** The steps by name, in order. */
  readonly steps: ReadonlyMap<string, AnyStep>;
  /** Checks the data. */
  readonly schema: StandardSchema | undefined;
  /** Moves a dialogue of another version. */
  readonly migrate: DialogueOptions<unknown>['migrate'];
}

/**
 * A dialogue to which steps can be added. Each call returns a new one.
 *
 * @beta
 */
export interface DialogueBuilder<Data> extends Dialogue<Data> {
  /** Adds a question; its answer is stored in `data` under the name of the step. */
  step<const Name extends string, Value>(
    name: Name,
    question: QuestionStep<Data, Value>,
  ): DialogueBuilder<Data & { [Key in Name]: Value }>;
  /** Adds a step that acts and does not wait. */
  step(name: string, action: ActionStep<Data>): DialogueBuilder<Data>;
}

const namePattern = /^[A-Za-z][\w-]{0,39}$/;

function checkName(role: string, name: unknown): void {
  if (typeof name !== 'string' || !namePattern.test(name))
    throw usageError(
      'name',
      `${JSON.stringify(name)} of a ${role} should begin with a letter and have up to 40 letters, digits, _ or -`,
    );
}

interface DialogueHead {
  readonly name: string;
  readonly version: number;
  readonly schema: StandardSchema | undefined;
  readonly migrate: DialogueOptions<unknown>['migrate'];
}

function extend<Data>(head: DialogueHead, steps: ReadonlyMap<string, AnyStep>): DialogueBuilder<Data> {
  function step(name: string, added: AnyStep): DialogueBuilder<never> {
    checkName('step', name);
    if (steps.has(name)) throw usageError('name', `"${name}" of a step of "${head.name}" is taken`);
    if (typeof added !== 'function' && !('read' in (Object(added) as object)))
      throw usageError(
        'step',
        `"${name}" of "${head.name}" should be ask(…), choose(…), confirm(…) or a function`,
      );
    return extend<never>(head, new Map([...steps, [name, added]]));
  }
  return { ...head, steps, step };
}

/**
 * Defines a dialogue. Its steps are data to the bot: the store keeps the name, the version, the step and the data, and a step runs when its answer comes. No
 * process waits, so that a restart or a deploy in the middle loses nothing.
 *
 * @throws {UsageError} if the name or the version cannot be used.
 *
 * @example
 * const booking = defineDialogue('booking')
 *   .step('pnr', ask('Which PNR?', { parse: /^\d{10}$/, retry: 'Ten digits, at the top left of your ticket.' }))
 *   .step('alerts', confirm('Shall I tell you when it changes?'))
 *   .step('done', async (ctx) => ctx.reply(`${ctx.data.pnr}: ${ctx.data.alerts ? 'I will.' : 'Fine.'}`));
 *
 * @beta
 */
export function defineDialogue<Data extends object = object>(
  name: string,
  options: DialogueOptions<Data> = {},
): DialogueBuilder<Data> {
  checkName('dialogue', name);
  const { version = 1, data: schema, migrate } = options;
  if (!Number.isSafeInteger(version) || version < 1)
    throw usageError('version', `of "${name}" is ${version}, and should be a whole number from 1 up`);
  if (schema !== undefined && !isSchema(schema))
    throw usageError('data', `of "${name}" should be a schema of a library that implements Standard Schema`);
  return extend<Data>({ name, version, schema, migrate }, new Map());
}
