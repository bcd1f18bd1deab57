import { markAsRead } from '../messages/mark-as-read.ts';
import { sendAudio } from '../messages/send-audio.ts';
import { sendDocument } from '../messages/send-document.ts';
import { sendImage } from '../messages/send-image.ts';
import { sendMessage } from '../messages/send-message.ts';
import { sendReaction } from '../messages/send-reaction.ts';
import { sendSticker } from '../messages/send-sticker.ts';
import { sendTemplate } from '../messages/send-template.ts';
import { sendText } from '../messages/send-text.ts';
import { sendVideo } from '../messages/send-video.ts';
import { bind, type Bound, type Client } from '../transport/transport.ts';

const messages = {
  send: sendMessage,
  sendText,
  sendTemplate,
  sendImage,
  sendVideo,
  sendAudio,
  sendDocument,
  sendSticker,
  sendReaction,
  markAsRead,
};

/** The operations of a client, by room. A room is added here, in one line, from its own table of operations. */
export interface Operations {
  /** Sends messages and marks received ones as read. */
  readonly messages: Bound<typeof messages>;
}

/** Gives every room its client. */
export const bindOperations = (client: Client): Operations => ({
  messages: bind(client, messages),
});
