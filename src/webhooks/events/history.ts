import {
  type ChangeContext,
  type EventBase,
  type RawObject,
  readId,
  isObject,
  readList,
  readNumber,
  toEventPlace,
} from './base.ts';
import { type PlatformErrorEvent, errorEvent } from './error.ts';
import { type MessageBase, messageEvent } from './message.ts';
import type { IncomingContent } from './message-content.ts';
import { type ItemContext, readLists } from './readers.ts';
import type { RawError } from './shared.ts';
import { type UserIds, readUserIds } from './user.ts';

/** A message of the past, from before the number was connected. */
export type HistoryMessageEvent = MessageBase<'historyMessage'> &
  IncomingContent & {
    /** Who wrote it: the user, or the business in its app. */
    readonly direction: 'inbound' | 'outbound';
    /** What became of it: `READ`, `DELIVERED`, `PLAYED`, … */
    readonly status: string | undefined;
  };

/** The chat with one user. */
export interface HistoryThread extends UserIds {
  readonly username: string | undefined;
  /** What could be read; the rest stands in `raw` only. */
  readonly messages: readonly HistoryMessageEvent[];
}

/** A piece of the history as Meta sends it. */
export interface RawHistory {
  readonly metadata?:
    | {
        readonly phase?: number | undefined;
        readonly chunk_order?: number | undefined;
        readonly progress?: number | undefined;
      }
    | undefined;
  readonly threads?: readonly RawObject[] | undefined;
  readonly errors?: readonly RawError[] | undefined;
}

/**
 * A piece of the chat history of a number that is also used in the WhatsApp Business app, or the news that its owner does not share it
 * (error 2593109). The files of these messages follow as `historyMessage` events.
 *
 * Source: Meta, "history webhook reference".
 */
export interface HistoryEvent extends EventBase<'history', RawHistory> {
  /** `entry.time`, which Meta's examples of this field lack: usually `undefined`. */
  readonly at: number | undefined;
  /** 0 the last day, 1 up to 90 days, 2 up to 180 days. */
  readonly phase: number | undefined;
  /** The place of this piece within the phase. */
  readonly chunkOrder: number | undefined;
  /** Per cent of the whole. */
  readonly progress: number | undefined;
  readonly threads: readonly HistoryThread[];
  readonly errors: readonly RawError[] | undefined;
}

const inbound = messageEvent('historyMessage');
const outbound = messageEvent('historyMessage', 'to');

function historyMessage(
  item: RawObject,
  change: ChangeContext,
  context: ItemContext,
): HistoryMessageEvent | undefined {
  const isOurs =
    item['to'] !== undefined ||
    item['to_user_id'] !== undefined ||
    item['from'] === change.displayPhoneNumber;
  const event = (isOurs ? outbound : inbound)(item, change, context);
  const past = item['history_context'];
  const status = isObject(past) ? readId(past['status']) : undefined;
  return event && { ...event, direction: isOurs ? 'outbound' : 'inbound', status };
}

function historyThread(thread: RawObject, change: ChangeContext, context: ItemContext): HistoryThread {
  const who = isObject(thread['context']) ? thread['context'] : {};
  const user = readUserIds(thread['id'], who['user_id'], who['parent_user_id'], who);
  const messages = readList(thread['messages']).flatMap((item) => {
    const message = isObject(item) ? historyMessage(item, change, context) : undefined;
    if (message === undefined) return [];
    const { waId = message.waId, bsuid = message.bsuid, parentBsuid = message.parentBsuid } = user;
    return [{ ...message, waId, bsuid, parentBsuid }];
  });
  return { ...user, username: readId(who['username']), messages };
}

const isRawHistory = (item: RawObject): item is RawHistory & RawObject =>
  item['threads'] !== undefined || item['errors'] !== undefined || item['metadata'] !== undefined;

function historyEvent(
  item: RawObject,
  change: ChangeContext,
  context: ItemContext,
): HistoryEvent | undefined {
  if (!isRawHistory(item)) return undefined;
  return {
    kind: 'history',
    at: change.entryAt,
    phase: readNumber(item.metadata?.phase),
    chunkOrder: readNumber(item.metadata?.chunk_order),
    progress: readNumber(item.metadata?.progress),
    threads: readList(item.threads)
      .filter(isObject)
      .map((thread) => historyThread(thread, change, context)),
    errors: item.errors,
    ...toEventPlace(change),
    raw: item,
  };
}

/** The field `history`. */
export const historyFields = {
  history: readLists<HistoryEvent | HistoryMessageEvent | PlatformErrorEvent>({
    history: historyEvent,
    messages: historyMessage,
    message_echoes: historyMessage,
    errors: errorEvent,
  }),
};
