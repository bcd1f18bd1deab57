import {
  type ChangeContext,
  type Emit,
  type EventBase,
  type UnknownEvent,
  type RawObject,
  readId,
  isObject,
  toEventPlace,
  readTime,
} from './base.ts';
import { type MessageBase, type StandbyMessageEvent, incomingMessage, messageEvent } from './message.ts';
import type { IncomingContent } from './message-content.ts';
import { type ItemContext, readLists } from './readers.ts';
import { type StandbyStatusEvent, messageStatus } from './status.ts';
import { type AboutUser, readUser } from './user.ts';

/**
 * A message that the business wrote in the WhatsApp Business app. `waId` and `bsuid` are those of the user that it went to. Edits and
 * deletions have the types `edit` and `revoke`.
 *
 * Source: Meta, "smb_message_echoes webhook reference".
 */
export type MessageEchoEvent = MessageBase<'messageEcho'> & IncomingContent;

/** An outgoing message as its sender put it. */
export interface RawStandbyEcho {
  readonly id: string;
  readonly timestamp: string | number;
  /** The request body of the send. */
  readonly message: RawObject;
}

/**
 * Another responder sent this message in a chat that it handles (Conversation Routing).
 *
 * Source: Meta, "Conversation Routing".
 */
export interface StandbyEchoEvent extends EventBase<'standbyEcho', RawStandbyEcho>, AboutUser {
  readonly wamid: string;
  readonly at: number;
  readonly groupId: string | undefined;
  /** What was sent, in the spelling of a send. */
  readonly message: RawObject;
}

const isRawEcho = (item: RawObject): item is RawStandbyEcho & RawObject =>
  typeof item['id'] === 'string' && isObject(item['message']);

function standbyEcho(
  item: RawObject,
  change: ChangeContext,
  { contacts }: ItemContext,
): StandbyEchoEvent | undefined {
  const at = readTime(item['timestamp']);
  if (at === undefined || !isRawEcho(item)) return undefined;
  const { message } = item;
  const toGroup = message['recipient_type'] === 'group';
  const to = toGroup ? undefined : message['to'];
  return {
    kind: 'standbyEcho',
    wamid: item.id,
    at,
    ...readUser(contacts, to, message['recipient']),
    groupId: toGroup ? readId(message['to']) : undefined,
    message,
    ...toEventPlace(change),
    raw: item,
  };
}

type StandbyEvent = StandbyMessageEvent | StandbyStatusEvent | StandbyEchoEvent;

const readStandby = readLists<StandbyEvent>({
  messages: incomingMessage('standbyMessage'),
  statuses: messageStatus('standbyStatus'),
  message_echoes: standbyEcho,
});

/** The fields with messages that others sent. */
export const echoFields = {
  smb_message_echoes: readLists<MessageEchoEvent>({ message_echoes: messageEvent('messageEcho', 'to') }),
  standby: (value: RawObject, change: ChangeContext, emit: Emit<StandbyEvent | UnknownEvent>): void => {
    const { standby, ...around } = value;
    readStandby(isObject(standby) ? { ...around, ...standby } : value, change, emit);
  },
};
