/**
 * Bots: routes with typed filters, dialogues that survive a restart, answers that go to the right place.
 *
 * @module
 */
export { createBot } from './create-bot.ts';
export type {
  Bot,
  BotDialogueOptions,
  BotOptions,
  BotPeople,
  EventNamed,
  HandOverRequest,
  EventTest,
} from './bot.ts';
export { buttonId, type ButtonParams } from './button-id.ts';
export type { BotContext, BotHandler, BotMiddleware, PricedMessage, ReplyParams } from './context-types.ts';
export type { DialogueName } from './dialogues/dialogue-name.ts';
export {
  defineDialogue,
  type ActionStep,
  type Dialogue,
  type DialogueBuilder,
  type DialogueOptions,
  type PagedContent,
  type QuestionStep,
  type Reading,
  type StepContext,
  type StoredStep,
  type Transition,
} from './dialogues/dialogue.ts';
export {
  ask,
  choose,
  confirm,
  type AnswerOf,
  type AnswerParser,
  type AnswerType,
  type AskOptions,
  type ChoiceQuestion,
  type ParserOption,
  type QuestionOptions,
  type SchemaOption,
  type ConfirmOptions,
  type Question,
} from './dialogues/questions.ts';
export {
  and,
  isInGroup,
  isText,
  isType,
  isWord,
  not,
  or,
  where,
  type Filter,
  type FilterCase,
  type Narrowed,
} from './filters.ts';
export type { BotUser } from './record.ts';
export type { SchemaResult, StandardSchema } from './standard-schema.ts';
export {
  createMemoryDialogueStore,
  type MemoryDialogueStoreOptions,
} from './store/create-memory-dialogue-store.ts';
export type { DialogueStore, DialogueWrite, StoredDialogue } from './store/dialogue-store.ts';
export type { BotTexts } from './texts.ts';
export type { BotWindow } from './window.ts';
export { menu, type Menu, type MenuContent, type MenuOptions } from './menu/menu.ts';
export type { MenuChoice } from './menu/menu-choice.ts';
export { escapeMarks } from './text/literal-marks.ts';
