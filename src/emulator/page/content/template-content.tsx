import { RichText } from '../parts/rich-text.tsx';
import type { RenderedTemplate } from '../protocol/protocol.ts';
import { Buttons } from './buttons.tsx';
import { Cards } from './cards.tsx';
import { Header } from './header.tsx';
import type { ContentProps } from './content-props.ts';

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
      <RichText text={template.body} />
      {template.footer !== undefined && (
        <p class="content-footer" dir="auto">
          {template.footer}
        </p>
      )}
      {template.buttons.length > 0 && <Buttons waId={waId} bubble={bubble} buttons={template.buttons} />}
      {template.cards && template.cards.length > 0 && (
        <Cards waId={waId} bubble={bubble} cards={template.cards} />
      )}
    </>
  );
}
