import { at, toText } from '../../kernel/json.ts';
import { plainText } from '../format/markdown.ts';
import { readReply } from './read-reply.ts';
import type { Bubble } from '../protocol/protocol.ts';

const words: Readonly<Record<string, string>> = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
  location: 'Location',
  contacts: 'Contact',
  order: 'Order',
};

const replies = ['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply'];

const readAnswer = (interactive: unknown): string | undefined =>
  replies.includes(toText(at(interactive, 'type')) ?? '') ? readReply(interactive).title : undefined;

/** A message in one line: for the list of people, for quotes, for who listens. Marks such as `*bold*` are left out, as on a phone. */
export function summary({ content, template }: Bubble): string {
  const { type } = content;
  const text =
    template?.body ??
    readAnswer(content['interactive']) ??
    toText(at(content, type, 'body')) ??
    toText(at(content, type, 'body', 'text')) ??
    toText(at(content, type, 'text')) ??
    toText(at(content, type, 'caption'));
  return text === undefined || text === '' ? (words[type] ?? type) : plainText(text);
}
