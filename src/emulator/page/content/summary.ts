import { at, toText } from '../../kernel/json.ts';
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

/** A message in one line: for the list of people, for quotes, for who listens. */
export function summary({ content, template }: Bubble): string {
  const { type } = content;
  const text =
    template?.body ??
    toText(at(content, type, 'body')) ??
    toText(at(content, type, 'body', 'text')) ??
    toText(at(content, type, 'text')) ??
    toText(at(content, type, toText(at(content, type, 'type')) ?? '', 'title')) ??
    toText(at(content, type, 'caption'));
  return text ?? words[type] ?? type;
}
