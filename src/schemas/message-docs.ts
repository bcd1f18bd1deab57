// DATA. Meta's page for each kind of message. Source: Meta's documentation tree (mirror of December 2025). Confidence: high.

/** The root of Meta's documentation of the platform. */
export const docsRoot = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/';

const pages: Readonly<Record<string, string>> = {
  text: 'messages/text-messages',
  image: 'messages/image-messages',
  video: 'messages/video-messages',
  audio: 'messages/audio-messages',
  document: 'messages/document-messages',
  sticker: 'messages/sticker-messages',
  reaction: 'messages/reaction-messages',
  template: 'messages/template-messages',
  button: 'messages/interactive-reply-buttons-messages',
  read: 'messages/mark-message-as-read',
};

/** Meta's page for a message `type` or `interactive.type`; its page on sending for all others. */
export const messageDocs = (kind: string): string => docsRoot + (pages[kind] ?? 'messages/send-messages');
