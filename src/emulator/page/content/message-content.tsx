import { at, toText } from '../../kernel/json.ts';
import { pretty } from '../format/json.ts';
import { RichText } from '../parts/rich-text.tsx';
import type { ContentProps } from './content-props.ts';
import { ContactsContent } from './contacts-content.tsx';
import { InteractiveContent } from './interactive-content.tsx';
import { LocationContent } from './location-content.tsx';
import { MediaContent } from './media-content.tsx';
import { OrderContent } from './order-content.tsx';
import { ReplyContent } from './reply-content.tsx';
import { TemplateContent } from './template-content.tsx';

function UnknownContent({ bubble: { content } }: ContentProps) {
  return (
    <details class="unknown-content">
      <summary>{content.type}: no picture for this kind yet</summary>
      <pre>{pretty(content)}</pre>
    </details>
  );
}

/** What a message shows, by its type. */
export function MessageContent(props: ContentProps) {
  const { bubble } = props;
  const { content } = bubble;
  if (bubble.template) return <TemplateContent {...props} template={bubble.template} />;
  switch (content.type) {
    case 'text':
      return <RichText text={toText(at(content, 'text', 'body')) ?? ''} />;
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return <MediaContent {...props} />;
    case 'location':
      return <LocationContent {...props} />;
    case 'contacts':
      return <ContactsContent {...props} />;
    case 'order':
      return <OrderContent {...props} />;
    case 'button':
      return <ReplyContent title={toText(at(content, 'button', 'text')) ?? ''} />;
    case 'interactive':
      return <InteractiveContent {...props} />;
    default:
      return <UnknownContent {...props} />;
  }
}
