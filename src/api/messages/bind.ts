import { markAsRead } from './mark-as-read.ts';
import { reply } from './reply.ts';
import { sendAudio } from './send-audio.ts';
import { sendContacts } from './send-contacts.ts';
import { sendDocument } from './send-document.ts';
import { sendImage } from './send-image.ts';
import { sendLocation } from './send-location.ts';
import { sendMarketingMessage } from './send-marketing-message.ts';
import { sendMessage } from './send-message.ts';
import { sendReaction } from './send-reaction.ts';
import { sendSticker } from './send-sticker.ts';
import { sendText } from './send-text.ts';
import { sendVideo } from './send-video.ts';

/** Sends messages and marks received ones as read. The client adds `sendTemplate`, which also takes defined templates. */
export const baseMessageOperations = {
  send: sendMessage,
  reply,
  sendText,
  sendImage,
  sendVideo,
  sendAudio,
  sendDocument,
  sendSticker,
  sendLocation,
  sendContacts,
  sendReaction,
  sendMarketingMessage,
  markAsRead,
};
