import { RichText } from '../parts/rich-text.tsx';
import type { RenderedTemplate } from '../protocol/protocol.ts';
import { getDay, timeOfDay } from '../format/time.ts';
import { Buttons } from './buttons.tsx';
import { CallRequestButton } from './call-request-button.tsx';
import { Cards } from './cards.tsx';
import { Header } from './header.tsx';
import type { ContentProps } from './content-props.ts';

/** The heading of a limited time offer, and until when it stands. */
function OfferView({ offer }: { readonly offer: NonNullable<RenderedTemplate['offer']> }) {
  const { text, expiresAt } = offer;
  return (
    <p class="offer">
      <b dir="auto">{text}</b>
      {expiresAt !== undefined && (
        <small>
          until {getDay(expiresAt)}, {timeOfDay(expiresAt)}
        </small>
      )}
    </p>
  );
}

export function TemplateContent({
  waId,
  bubble,
  template,
}: ContentProps & { readonly template: RenderedTemplate }) {
  return (
    <>
      <p class="kicker">
        Template · {template.category.toLowerCase()} · {template.name} ({template.language})
      </p>
      {template.header && <Header header={template.header} />}
      {template.offer && <OfferView offer={template.offer} />}
      <RichText text={template.body} />
      {template.footer !== undefined && (
        <p class="content-footer" dir="auto">
          {template.footer}
        </p>
      )}
      {template.buttons.length > 0 && <Buttons waId={waId} bubble={bubble} buttons={template.buttons} />}
      {template.asksToCall === true && <CallRequestButton waId={waId} bubble={bubble} />}
      {template.cards && template.cards.length > 0 && (
        <Cards waId={waId} bubble={bubble} cards={template.cards} />
      )}
    </>
  );
}
