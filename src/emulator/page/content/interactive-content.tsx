import { at, toText } from '../../kernel/json.ts';
import { RichText } from '../parts/rich-text.tsx';
import { Buttons } from './buttons.tsx';
import { Cards } from './cards.tsx';
import { Header } from './header.tsx';
import { ListButton } from './list-button.tsx';
import { LocationRequest } from './location-request.tsx';
import type { ContentProps } from './content-props.ts';
import { Products } from './products.tsx';
import { readButtons, readCards, readHeader, readProducts, readSections } from './read-interactive.ts';
import { ReplyContent } from './reply-content.tsx';

function Action({ waId, bubble }: ContentProps) {
  const interactive = bubble.content['interactive'];
  switch (toText(at(interactive, 'type'))) {
    case 'list': {
      const title = toText(at(interactive, 'action', 'button')) ?? 'Choose';
      return <ListButton waId={waId} bubble={bubble} title={title} sections={readSections(interactive)} />;
    }
    case 'product':
    case 'product_list':
    case 'catalog_message':
      return <Products waId={waId} bubble={bubble} sections={readProducts(interactive)} />;
    case 'carousel':
      return <Cards waId={waId} bubble={bubble} cards={readCards(interactive)} />;
    case 'location_request_message':
      return <LocationRequest waId={waId} />;
    default:
      return <Buttons waId={waId} bubble={bubble} buttons={readButtons(interactive)} />;
  }
}

/** A message with something to tap; or, from the user, what was tapped. */
export function InteractiveContent(props: ContentProps) {
  const { bubble } = props;
  const interactive = bubble.content['interactive'];
  const type = toText(at(interactive, 'type')) ?? '';
  if (bubble.from === 'user') {
    if (type === 'nfm_reply')
      return <ReplyContent title="Form sent" description={toText(at(interactive, type, 'response_json'))} />;
    return (
      <ReplyContent
        title={toText(at(interactive, type, 'title')) ?? type}
        description={toText(at(interactive, type, 'description'))}
      />
    );
  }
  const header = readHeader(at(interactive, 'header'), bubble.media);
  const footer = toText(at(interactive, 'footer', 'text'));
  return (
    <>
      {header && <Header header={header} />}
      <RichText text={toText(at(interactive, 'body', 'text')) ?? ''} />
      {footer !== undefined && (
        <p class="content-footer" dir="auto">
          {footer}
        </p>
      )}
      <Action {...props} />
    </>
  );
}
