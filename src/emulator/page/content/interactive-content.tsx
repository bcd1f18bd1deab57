import { at, toText } from '../../kernel/json.ts';
import { RichText } from '../parts/rich-text.tsx';
import { AddressButton } from './address-button.tsx';
import { ButtonFace, Buttons } from './buttons.tsx';
import { CallRequestButton } from './call-request-button.tsx';
import { Cards } from './cards.tsx';
import { CatalogButton } from './catalog-button.tsx';
import { Header } from './header.tsx';
import { ListButton } from './list-button.tsx';
import { LocationRequest } from './location-request.tsx';
import type { ContentProps } from './content-props.ts';
import { OrderSummary } from './order-summary.tsx';
import { Products } from './products.tsx';
import { readButtons, readCards, readHeader, readProducts, readSections } from './read-interactive.ts';
import { readReply } from './read-reply.ts';
import { ReplyContent } from './reply-content.tsx';

function Action({ waId, bubble }: ContentProps) {
  const interactive = bubble.content['interactive'];
  const products = readProducts(at(interactive, 'action'));
  switch (toText(at(interactive, 'type'))) {
    case 'list': {
      const title = toText(at(interactive, 'action', 'button')) ?? 'Choose';
      return <ListButton waId={waId} bubble={bubble} title={title} sections={readSections(interactive)} />;
    }
    case 'product':
    case 'product_list':
      return <Products waId={waId} bubble={bubble} sections={products} />;
    case 'catalog_message':
      return (
        <div class="buttons">
          <CatalogButton
            waId={waId}
            bubble={bubble}
            title="View catalog"
            face={<ButtonFace icon="cart" text="View catalog" />}
            sections={products}
            isCatalog
          />
        </div>
      );
    case 'carousel':
      return products.length > 0 ? (
        <Products waId={waId} bubble={bubble} sections={products} />
      ) : (
        <Cards waId={waId} bubble={bubble} cards={readCards(interactive)} />
      );
    case 'location_request_message':
      return <LocationRequest waId={waId} bubble={bubble} />;
    case 'address_message':
      return <AddressButton waId={waId} bubble={bubble} />;
    case 'call_permission_request':
      return <CallRequestButton waId={waId} bubble={bubble} />;
    case 'order_details':
    case 'order_status':
      return <OrderSummary action={at(interactive, 'action')} />;
    default:
      return <Buttons waId={waId} bubble={bubble} buttons={readButtons(interactive)} />;
  }
}

/** A message with something to tap; or, from the user, what was tapped. */
export function InteractiveContent(props: ContentProps) {
  const { bubble } = props;
  const interactive = bubble.content['interactive'];
  if (bubble.from === 'user') {
    const { title, description } = readReply(interactive);
    return <ReplyContent title={title} description={description} />;
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
