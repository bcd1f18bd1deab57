import { type PlatformErrorEvent, errorEvent } from './error.ts';
import { type IncomingMessageEvent, incomingMessage } from './message.ts';
import { readLists } from './readers.ts';
import { type CallStatusEvent, type PaymentStatusEvent, type StatusEvent, statusEvent } from './status.ts';
import { type UserActionEvent, userActionEvent } from './user-action.ts';

type MessagesFieldEvent =
  | IncomingMessageEvent
  | StatusEvent
  | PaymentStatusEvent
  | CallStatusEvent
  | UserActionEvent
  | PlatformErrorEvent;

/** The field `messages`. */
export const messagesFields = {
  messages: readLists<MessagesFieldEvent>({
    messages: incomingMessage('message'),
    statuses: statusEvent,
    errors: errorEvent,
    user_actions: userActionEvent,
  }),
};
