import type { ReplyContent } from '../../api/messages/reply.ts';
import { usageError } from '../../errors/usage-error.ts';
import { replyButtons } from '../../messages/reply-buttons.ts';
import type { IncomingMessageEvent } from '../../webhooks/events/message.ts';
import type { MessageContents } from '../../webhooks/events/message-content.ts';
import { isSchema, type StandardSchema } from '../standard-schema.ts';
import type { PagedContent, QuestionStep, Reading, StepContext } from './dialogue.ts';

/**
 * The text of a question, a message of a builder, or a function that returns either from the data.
 *
 * @beta
 */
export type Question<Data> =
  ReplyContent | ((context: StepContext<Data>) => ReplyContent | Promise<ReplyContent>);

/**
 * The types of message that can be an answer.
 *
 * @beta
 */
export type AnswerType = Exclude<
  keyof MessageContents,
  'reaction' | 'system' | 'edit' | 'revoke' | 'unsupported' | 'media_placeholder' | 'request_welcome'
>;

/**
 * What an answer of a type is: the text of a text, the content of the others in Meta's spelling.
 *
 * @beta
 */
export type AnswerOf<Type extends AnswerType> = Type extends 'text' ? string : MessageContents[Type];

/**
 * Makes a value of an answer: a pattern that the text must match, or a function that returns `undefined` for what it cannot use.
 *
 * @beta
 */
export type AnswerParser<Input, Value> =
  RegExp | ((answer: Input, event: IncomingMessageEvent) => Value | undefined | Promise<Value | undefined>);

/**
 * What every question can have.
 *
 * @beta
 */
export interface QuestionOptions {
  /** What is said to an answer that cannot be used. Default: `retry` of the texts, and the question again. */
  readonly retry?: string | undefined;
  /** How many answers may be tried before the dialogue ends with the text `gaveUp` and `human` is called. Default: 3. */
  readonly attempts?: number | undefined;
}

/**
 * Options of {@link ask}.
 *
 * @beta
 */
export interface AskOptions<Type extends AnswerType> extends QuestionOptions {
  /** The types of message that can be the answer. Default: `text`. */
  readonly accept?: Type | readonly Type[] | undefined;
}

/**
 * A schema that makes the value of an answer; an option of {@link ask} and {@link choose}.
 *
 * @beta
 */
export interface SchemaOption<Value> {
  /** A schema of any library that implements Standard Schema: zod, valibot, arktype. What it returns must survive JSON. */
  readonly parse: StandardSchema<unknown, Value>;
}

/**
 * What makes the value of an answer; an option of {@link ask} and {@link choose}.
 *
 * @beta
 */
export interface ParserOption<Input, Value> {
  /**
   * Makes the value: a pattern for the text, a function that returns `undefined` for an answer that it cannot use, or a schema. The value must survive JSON.
   * Default: the answer itself.
   */
  readonly parse?: AnswerParser<Input, Value> | undefined;
}

/**
 * A message with options, a menu of several pages, or a function that returns either from the data.
 *
 * @beta
 */
export type ChoiceQuestion<Data> =
  Question<Data> | PagedContent | ((context: StepContext<Data>) => PagedContent | Promise<PagedContent>);

const toRender =
  <Data>(question: ChoiceQuestion<Data>): QuestionStep<Data, unknown>['render'] =>
  (context) =>
    typeof question === 'function' ? question(context) : question;

function checkAttempts(attempts: number): number {
  if (Number.isSafeInteger(attempts) && attempts >= 1) return attempts;
  throw usageError('attempts', `is ${attempts}, and should be a whole number from 1 up`);
}

type Parse = (answer: unknown, event: IncomingMessageEvent) => unknown;
const isParser = (parser: unknown): parser is Parse => typeof parser === 'function';

/** Applies a parser to an answer. */
async function parseAnswer(
  parser: unknown,
  answer: unknown,
  event: IncomingMessageEvent,
): Promise<Reading<unknown>> {
  if (parser === undefined) return { value: answer };
  if (parser instanceof RegExp) {
    const text = typeof answer === 'string' ? answer : '';
    parser.lastIndex = 0;
    return parser.test(text) ? { value: text } : undefined;
  }
  if (isSchema(parser)) {
    const result = await parser['~standard'].validate(answer);
    return result.issues === undefined ? { value: result.value } : undefined;
  }
  const value: unknown = isParser(parser) ? await parser(answer, event) : undefined;
  return value === undefined ? undefined : { value };
}

function checkParser(parser: unknown): void {
  if (parser === undefined || typeof parser === 'function' || parser instanceof RegExp || isSchema(parser))
    return;
  throw usageError('parse', 'should be a pattern, a schema or a function');
}

/** Makes a question; the type of its value is what the caller promises. */
function makeQuestion<Data, Value>(
  question: ChoiceQuestion<Data>,
  isChoice: boolean,
  { retry, attempts = 3 }: QuestionOptions,
  read: (
    event: IncomingMessageEvent,
    choice: string | undefined,
  ) => Reading<unknown> | Promise<Reading<unknown>>,
): QuestionStep<Data, Value> {
  return {
    render: toRender(question),
    isChoice,
    read: async (event, choice) => (await read(event, choice)) as Reading<Value>,
    retry,
    attempts: checkAttempts(attempts),
  };
}

/**
 * Makes a step that asks a question and waits for the answer. Reactions, edits and messages that are taken back are no answers.
 *
 * Throws `UsageError` if `parse` or `attempts` cannot be used.
 *
 * @param question The text, a message of a builder, or a function of the context that returns one.
 *
 * @example
 * ask('Which PNR?', { parse: /^\d{10}$/, retry: 'Ten digits, at the top left of your ticket.' });
 * ask('Please send a photo of the damage.', { accept: ['image', 'document'] });
 *
 * @beta
 */
export function ask<Data = unknown, Value = unknown, const Type extends AnswerType = 'text'>(
  question: Question<Data>,
  options: AskOptions<Type> & SchemaOption<Value>,
): QuestionStep<Data, Value>;
/**
 * Makes a step that asks a question and waits for the answer: the text or the content of the message, or what a pattern or a function makes of it.
 *
 * @beta
 */
export function ask<Data = unknown, const Type extends AnswerType = 'text', Value = AnswerOf<Type>>(
  question: Question<Data>,
  options?: AskOptions<Type> & ParserOption<AnswerOf<Type>, Value>,
): QuestionStep<Data, Value>;
export function ask<Data>(
  question: Question<Data>,
  options: AskOptions<AnswerType> & { readonly parse?: unknown } = {},
): QuestionStep<Data, unknown> {
  const { accept = 'text', parse } = options;
  checkParser(parse);
  const types: readonly string[] = [accept].flat();
  return makeQuestion(question, false, options, async (event) => {
    if (!types.includes(event.type)) return undefined;
    const answer: unknown = event.type === 'text' ? event.text.body.trim() : Reflect.get(event, event.type);
    return parseAnswer(parse, answer, event);
  });
}

/**
 * Makes a step that offers reply buttons or a list and waits for the choice. The ids are yours; the bot adds what tells it which question they belong to, so
 * that a tap on an older one is answered and not obeyed. The number or the label of an option can be typed, and in a group, where WhatsApp has no
 * buttons, the options are a numbered text.
 *
 * Throws `UsageError` if `parse` or `attempts` cannot be used.
 *
 * @param question The result of `replyButtons` or `list` of `wabakit/messages`, or of `menu`, whose pages are turned until a choice is made; or a function of the
 * context that returns one.
 *
 * @example
 * choose(({ data }) => replyButtons({ body: `Is ${data.day} right?`, buttons: [{ id: 'yes', title: 'Yes' }] }));
 *
 * @beta
 */
export function choose<Data = unknown, Value = unknown>(
  question: ChoiceQuestion<Data>,
  options: QuestionOptions & SchemaOption<Value>,
): QuestionStep<Data, Value>;
/**
 * Makes a step that offers reply buttons or a list and waits for the choice: the id of the option, or what a function makes of it.
 *
 * @beta
 */
export function choose<Data = unknown, Value = string>(
  question: ChoiceQuestion<Data>,
  options?: QuestionOptions & ParserOption<string, Value>,
): QuestionStep<Data, Value>;
export function choose<Data>(
  question: ChoiceQuestion<Data>,
  options: QuestionOptions & { readonly parse?: unknown } = {},
): QuestionStep<Data, unknown> {
  checkParser(options.parse);
  return makeQuestion(question, true, options, async (event, choice) =>
    choice === undefined ? undefined : parseAnswer(options.parse, choice, event),
  );
}

/**
 * Options of {@link confirm}.
 *
 * @beta
 */
export interface ConfirmOptions extends QuestionOptions {
  /** The label of the button for `true`, up to 20 characters. Default: `Yes`. */
  readonly yes?: string | undefined;
  /** The label of the button for `false`, up to 20 characters. Default: `No`. */
  readonly no?: string | undefined;
}

/**
 * Makes a step that asks for yes or no with two buttons; the value is `true` or `false`.
 *
 * @param question The text, or a function of the context that returns it.
 *
 * @example
 * confirm('Shall I book it?', { yes: 'Book it', no: 'Not now' });
 *
 * @beta
 */
export function confirm<Data = unknown>(
  question: string | ((context: StepContext<Data>) => string | Promise<string>),
  { yes = 'Yes', no = 'No', ...options }: ConfirmOptions = {},
): QuestionStep<Data, boolean> {
  const render = async (context: StepContext<Data>): Promise<ReplyContent> =>
    replyButtons({
      body: typeof question === 'function' ? await question(context) : question,
      buttons: [
        { id: 'yes', title: yes },
        { id: 'no', title: no },
      ],
    });
  return makeQuestion(render, true, options, (_, choice) =>
    choice === undefined ? undefined : { value: choice === 'yes' },
  );
}
