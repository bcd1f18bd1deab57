import { downloadMedia, type MediaDownload } from '../api/media/download-media.ts';
import type { MessageCheck } from '../api/messages/check-message.ts';
import { markAsRead } from '../api/messages/mark-as-read.ts';
import { toMessageBody } from '../api/messages/post-message.ts';
import { recipientOf, type EventRecipient } from '../api/messages/recipient-of.ts';
import { toRecipientFields } from '../api/messages/recipient.ts';
import type { ReplyContent } from '../api/messages/reply.ts';
import { UsageError, usageError } from '../errors/usage-error.ts';
import { reaction } from '../messages/reaction.ts';
import { replyTo } from '../messages/reply-to.ts';
import { template, type TemplateParams } from '../messages/template.ts';
import { text } from '../messages/text.ts';
import type { AnswerableEvent } from '../shared/recipient.ts';
import type { Client } from '../transport/interface.ts';
import type { WebhookEvent } from '../webhooks/events/event.ts';
import type { BotContext, PricedMessage, ReplyParams } from './context-types.ts';
import type { ActiveDialogue, BotRecord, BotUser, Outgoing } from './record.ts';
import { toWindow } from './window.ts';

/** What a handler has decided so far. Nothing of it counts before it is stored. */
export interface Draft {
  /** What is to be sent, in this order. */
  readonly outbox: Outgoing[];
  dialogue: ActiveDialogue | undefined;
  /** How many dialogues were started or ended: tells a step that it is not the current one any more. */
  moves: number;
}

/** The dialogues, as a context reaches them. */
interface DialogueControl {
  readonly start: (run: Run, dialogue: object, data: unknown) => Promise<void>;
  readonly repeat: (run: Run) => Promise<void>;
}

/** One event on its way through the bot. */
export interface Run {
  readonly event: WebhookEvent;
  readonly user: BotUser;
  readonly client: Client;
  readonly tenant: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly attempt: number;
  readonly record: BotRecord;
  readonly draft: Draft;
  readonly state: unknown;
  /** The time of the event, or now if the event has none. */
  readonly at: number;
  readonly quote: ((message: PricedMessage) => unknown) | undefined;
  readonly handsOver: boolean;
  readonly log: (message: string, fields?: object) => void;
  readonly dialogues: DialogueControl;
  /** The rules of messages: loaded before a handler runs, so that replies keep their order also where a handler does not await them. */
  readonly checkMessage: MessageCheck;
}

/** Returns where the user of a run is answered. */
const getRecipient = ({ event, record }: Run): EventRecipient => {
  if ('waId' in event || 'groupId' in event) return recipientOf(event as AnswerableEvent);
  if (record.to === undefined)
    throw usageError('event', `of kind ${event.kind} names no user and no group to answer`);
  return record.to;
};

/** Returns the id of the message of an event. */
function getWamid({ event }: Run, use: string): string {
  if ('wamid' in event && event.wamid !== undefined) return event.wamid;
  throw usageError(use, `needs an event with a message; this one is of kind ${event.kind}`);
}

/** Puts a message into the draft, once it is known that WhatsApp can take it. */
export function send(run: Run, content: ReplyContent, { quote = false }: ReplyParams = {}): void {
  const to = getRecipient(run);
  const message = typeof content === 'string' ? text({ body: content }) : content;
  const whole = quote ? { ...message, ...replyTo(getWamid(run, 'quote')) } : message;
  const fields = toRecipientFields(to, run.client.config.defaultCountry);
  const issues = run.checkMessage(JSON.parse(JSON.stringify(toMessageBody(fields, whole))));
  if (issues.length > 0)
    throw new UsageError({
      summary: 'The reply cannot be sent: WhatsApp does not accept this message.',
      issues,
    });
  run.draft.outbox.push({
    kind: 'message',
    id: `bot-${crypto.randomUUID()}`,
    to,
    content: whole,
    at: Date.now(),
  });
}

/** The contents of a message that are files. */
const fileTypes = ['image', 'video', 'audio', 'document', 'sticker'] as const;

async function download(
  { client, event, signal }: Run,
  maxBytes: number | undefined,
): Promise<MediaDownload> {
  if (event.kind === 'message')
    for (const type of fileTypes)
      if (event.type === type) {
        const content = Reflect.get(event, type) as {
          readonly id: string;
          readonly url?: string | undefined;
        };
        return downloadMedia(
          client,
          { mediaId: content.id, phoneNumberId: event.phoneNumberId, url: content.url, maxBytes },
          { signal },
        );
      }
  throw usageError('media', 'needs a message with an image, a video, an audio, a document or a sticker');
}

function getPriced(
  run: Run,
  content: ReplyContent,
  category: PricedMessage['category'] | undefined,
): PricedMessage {
  const { user, at } = run;
  const isTemplate = typeof content !== 'string' && content.type === 'template';
  if (isTemplate && category === undefined)
    throw usageError(
      'category',
      'is missing: the price of a template depends on the category that it has now',
    );
  return {
    to: user.waId,
    country: user.waId === undefined ? user.bsuid?.slice(0, 2) : undefined,
    category: category ?? 'service',
    at,
    window: toWindow(run.record.userAt, at).isOpen ? 'customer_service' : 'closed',
    group: user.groupId !== undefined,
    reaction: typeof content !== 'string' && content.type === 'reaction',
  };
}

function getPrice(run: Run, content: ReplyContent, category: PricedMessage['category'] | undefined): unknown {
  if (run.quote === undefined)
    throw usageError('quote', 'is missing: give createBot a function that returns the price of a message');
  return run.quote(getPriced(run, content, category));
}

function handOver({ handsOver, draft, user, at }: Run, department: string, note: string | undefined): void {
  if (!handsOver)
    throw usageError(
      'people',
      'is missing: give createBot what takes over, or reply with a way to reach a person',
    );
  draft.dialogue = undefined;
  draft.moves += 1;
  draft.outbox.push({ kind: 'handOver', id: `bot-${crypto.randomUUID()}`, department, note, user, at });
}

/** Calls a function at once; what it throws rejects. */
const inPromise = <Value>(work: () => Value): Promise<Value> =>
  new Promise((resolve) => {
    resolve(work());
  });

/** Makes the context of a run. */
export function createContext<Event extends WebhookEvent, State, Quote, Params>(
  run: Run,
  params: Params,
): BotContext<Event, State, Quote, Params> {
  const { client, draft, user, signal, record, at } = run;
  const active = draft.dialogue;
  return {
    event: run.event as Event,
    client,
    tenant: run.tenant,
    signal,
    attempt: run.attempt,
    user,
    params,
    state: run.state as State,
    dialogue: active && { name: active.name, step: active.step },
    window: toWindow(record.userAt, at),
    log: run.log,
    reply: (content, options) => inPromise(() => send(run, content, options)),
    replyTemplate: (params_: TemplateParams) => inPromise(() => send(run, template(params_))),
    react: (emoji) => inPromise(() => send(run, reaction({ wamid: getWamid(run, 'react'), emoji }))),
    typing: async () => {
      const { phoneNumberId } = run.event;
      await markAsRead(
        client,
        { wamid: getWamid(run, 'typing'), typing: true, phoneNumberId },
        { signal },
      ).catch((error: unknown) => run.log('typing was not shown', { error }));
    },
    media: async ({ maxBytes } = {}) => download(run, maxBytes),
    price: (content, { category } = {}) => inPromise(() => getPrice(run, content, category) as Quote),
    handOver: (department, note) => inPromise(() => handOver(run, department, note)),
    start: (dialogue, data) => run.dialogues.start(run, dialogue, data),
    leave: () => {
      draft.dialogue = undefined;
      draft.moves += 1;
    },
    repeat: () => run.dialogues.repeat(run),
  };
}
