import { buttonIcons } from '../content/buttons.tsx';
import { Header } from '../content/header.tsx';
import { Icon } from '../parts/icon.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { RenderedButton, RenderedCard, RenderedTemplate } from '../protocol/protocol.ts';

const buttonWords: Readonly<Record<RenderedButton['type'], string>> = {
  quick_reply: 'quick reply',
  url: 'opens a link',
  phone_number: 'calls a number',
  copy_code: 'copies a code',
  flow: 'opens a Flow',
  catalog: 'opens the catalog',
  mpm: 'opens products',
  spm: 'opens a product',
  request_contact_info: 'shares the number',
  voice_call: 'calls on WhatsApp',
  other: 'opens something else',
};

function ButtonList({ buttons }: { readonly buttons: readonly RenderedButton[] }) {
  return (
    <ul class="preview-buttons">
      {buttons.map(({ type, text, target }, index) => (
        <li key={index}>
          <Icon name={buttonIcons[type]} size={16} />
          <span>
            <b dir="auto">{text}</b>
            <small>{target ?? buttonWords[type]}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Part({ part }: { readonly part: RenderedCard }) {
  return (
    <>
      {part.header && <Header header={part.header} />}
      {part.body !== undefined && <RichText text={part.body} />}
    </>
  );
}

/** Everything of a template that a user will see; its buttons are told, not tapped. */
export function TemplatePreview({ preview }: { readonly preview: RenderedTemplate }) {
  const { header, body, footer, buttons, cards = [], offer, asksToCall } = preview;
  return (
    <div class="template-preview">
      {offer && (
        <p class="offer">
          <b dir="auto">{offer.text}</b>
          <small>limited time offer</small>
        </p>
      )}
      <Part part={{ header, body, buttons }} />
      {footer !== undefined && (
        <p class="content-footer" dir="auto">
          {footer}
        </p>
      )}
      {buttons.length > 0 && <ButtonList buttons={buttons} />}
      {asksToCall === true && <p class="hint">Asks for permission to call.</p>}
      {cards.length > 0 && (
        <ol class="cards" tabIndex={0} aria-label={`Carousel of ${cards.length} cards`}>
          {cards.map((card, index) => (
            <li key={index}>
              <Part part={card} />
              <ButtonList buttons={card.buttons} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
