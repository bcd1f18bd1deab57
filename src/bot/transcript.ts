import type { ReplyContent } from '../api/messages/reply.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import { getTap } from './button-id.ts';
import type { BotUser, Outgoing } from './record.ts';

const bracket = (labels: readonly string[]): string => labels.map((label) => `[${label}]`).join(' ');

/** Describes a message in one or more lines: its text, and its buttons in brackets. */
function describeContent(content: ReplyContent): string {
  if (typeof content === 'string') return content;
  switch (content.type) {
    case 'text':
      return content.text.body;
    case 'reaction':
      return `(reacts ${content.reaction.emoji})`;
    case 'template':
      return `(template ${content.template.name}, ${content.template.language.code})`;
    case 'interactive': {
      const { interactive } = content;
      const body = 'body' in interactive ? (interactive.body?.text ?? '') : '';
      if (interactive.type === 'button')
        return `${body} ${bracket(interactive.action.buttons.map(({ reply }) => reply.title))}`.trim();
      if (interactive.type !== 'list') return `${body} (${interactive.type})`.trim();
      const rows = interactive.action.sections.flatMap((section) => section.rows.map(({ title }) => title));
      return `${body} ${bracket(rows)}`.trim();
    }
    default: {
      const caption: unknown = Reflect.get(Object(Reflect.get(content, content.type)) as object, 'caption');
      return [`(${content.type})`, caption].filter((part) => typeof part === 'string').join(' ');
    }
  }
}

function describeEvent(event: WebhookEvent): string {
  const tap = getTap(event);
  if (tap !== undefined) return `[${tap.title}]`;
  if (event.kind !== 'message') return `(${event.kind})`;
  if (event.type === 'text') return event.text.body;
  return event.type === 'reaction' ? `(reacts ${event.reaction.emoji ?? ''})` : `(${event.type})`;
}

/** Keeps what was said, for `bot.transcript()`. */
export interface Transcript {
  readonly addEvent: (user: BotUser, event: WebhookEvent, key: string) => void;
  readonly addOutgoing: (outgoing: Outgoing) => void;
  /** Returns the lines, of all users or of one. */
  readonly print: (user?: string) => string;
}

interface Line {
  readonly ids: readonly (string | undefined)[];
  readonly from: string;
  readonly text: string;
}

const maxLines = 2000;

/** Creates a transcript that keeps the last 2,000 lines in memory. */
export function createTranscript(): Transcript {
  const lines: Line[] = [];
  let lastKey = '';

  function add(line: Line): void {
    lines.push(line);
    if (lines.length > maxLines) lines.shift();
  }

  return {
    addEvent: ({ name, waId, bsuid, groupId }, event, key) => {
      if (key === lastKey) return;
      lastKey = key;
      add({ ids: [waId, bsuid, groupId], from: name ?? waId ?? bsuid ?? 'user', text: describeEvent(event) });
    },
    addOutgoing: (outgoing) => {
      if (outgoing.kind === 'handOver') {
        const { user, department, note } = outgoing;
        const text = `(hands over to ${department}${note === undefined ? '' : `: ${note}`})`;
        add({ ids: [user.waId, user.bsuid, user.groupId], from: 'bot', text });
        return;
      }
      const { to, content } = outgoing;
      add({ ids: [to.waId, to.recipient, to.group], from: 'bot', text: describeContent(content) });
    },
    print: (user) =>
      lines
        .filter(({ ids }) => user === undefined || ids.includes(user))
        .map(({ from, text }) => `${from}: ${text}`)
        .join('\n'),
  };
}
