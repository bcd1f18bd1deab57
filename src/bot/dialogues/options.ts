import type { ReplyContent } from '../../api/messages/reply.ts';
import { usageError } from '../../errors/usage-error.ts';
import { text } from '../../messages/text.ts';
import { countCharacters } from '../../shared/count-characters.ts';
import type { InteractivePayload } from '../../schemas/interactive.ts';
import { listLimits, replyButtonLimits } from '../../schemas/limits.ts';
import { normalizeText } from '../../webhooks/consent/normalize-text.ts';
import type { WebhookEvent } from '../../webhooks/events/event.ts';
import { getTap } from '../button-id.ts';
import type { ActiveDialogue } from '../record.ts';
import type { ShownOptions } from './dialogue.ts';

/** The dialogue, version, step and question that the id of a button carries. */
export type QuestionMark = Pick<ActiveDialogue, 'name' | 'version' | 'step' | 'mark'>;

/** A question as it is sent, and the options that it shows. */
export interface MarkedQuestion {
  readonly content: ReplyContent;
  readonly options: ShownOptions | undefined;
}

const toPrefix = ({ name, version, step, mark }: QuestionMark): string =>
  `~${name}.${version}.${step}.${mark}~`;
const markedId = /^~([\w-]+)\.(\d+)\.([\w-]+)\.(\w+)~(.*)$/s;

/** A tap on a button of a dialogue. */
export interface DialogueTap extends QuestionMark {
  /** The id that the author of the question gave. */
  readonly choice: string;
}

/** Returns what a tap on a button of a dialogue says, or `undefined` if the event is another one. */
export function getDialogueTap(event: WebhookEvent): DialogueTap | undefined {
  const [, name = '', version, step = '', mark = '', choice = ''] =
    markedId.exec(getTap(event)?.id ?? '') ?? [];
  return name === '' ? undefined : { name, version: Number(version), step, mark, choice };
}

function markId(mark: QuestionMark, id: string, limit: number): string {
  const prefix = toPrefix(mark);
  const size = countCharacters(prefix) + countCharacters(id);
  if (size <= limit) return prefix + id;
  throw usageError(
    'id',
    `"${id}" of the step ${mark.step} has ${size} characters with the ${countCharacters(prefix)} that tell its question; ${limit} are allowed`,
    { limit },
  );
}

/** Returns the options of buttons or a list, and the same message with marked ids. */
function markInteractive(
  mark: QuestionMark,
  interactive: InteractivePayload,
): { readonly interactive: InteractivePayload; readonly options: ShownOptions } | undefined {
  if (interactive.type === 'button') {
    const { buttons } = interactive.action;
    return {
      options: buttons.map(({ reply }) => [reply.id, reply.title] as const),
      interactive: {
        ...interactive,
        action: {
          buttons: buttons.map(({ type, reply }) => ({
            type,
            reply: { ...reply, id: markId(mark, reply.id, replyButtonLimits.id) },
          })),
        },
      },
    };
  }
  if (interactive.type !== 'list') return undefined;
  const { action } = interactive;
  return {
    options: action.sections.flatMap(({ rows }) => rows.map(({ id, title }) => [id, title] as const)),
    interactive: {
      ...interactive,
      action: {
        ...action,
        sections: action.sections.map((section) => ({
          ...section,
          rows: section.rows.map((row) => ({ ...row, id: markId(mark, row.id, listLimits.rowId) })),
        })),
      },
    },
  };
}

/**
 * Marks the options of a question, or makes a numbered text of them for a group.
 *
 * @throws {UsageError} if the question shows no buttons and no list.
 */
export function markQuestion(content: ReplyContent, mark: QuestionMark, isGroup: boolean): MarkedQuestion {
  const marked =
    typeof content !== 'string' && content.type === 'interactive'
      ? markInteractive(mark, content.interactive)
      : undefined;
  if (marked === undefined || typeof content === 'string')
    throw usageError(
      'choose',
      `of the step ${mark.step} should show the result of replyButtons(…) or list(…)`,
    );
  const { options, interactive } = marked;
  if (!isGroup) return { content: { ...content, type: 'interactive', interactive }, options };
  const body = 'body' in interactive ? (interactive.body?.text ?? '') : '';
  const lines = options.map(([, label], index) => `${index + 1}. ${label}`);
  return { content: text({ body: [body, ...lines].join('\n') }), options };
}

/** Returns the id of the option that a text names: by its number, its label or its id. */
export function findOption(options: ShownOptions | undefined, body: string): string | undefined {
  const said = normalizeText(body);
  const numbered = /^\d{1,2}$/.test(said) ? options?.[Number(said) - 1] : undefined;
  const named = options?.find(
    ([id, label]) => (said !== '' && normalizeText(label) === said) || id === body.trim(),
  );
  return (named ?? numbered)?.[0];
}
