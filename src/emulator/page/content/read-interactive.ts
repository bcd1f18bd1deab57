import { at, toList, toText } from '../../kernel/json.ts';
import type { BubbleMedia, RenderedCard, RenderedHeader } from '../protocol/protocol.ts';
import type { ShownButton } from './content-props.ts';

const formats = ['text', 'image', 'video', 'document', 'location'] as const;

/** The header of an interactive message; `media` is the file that came by id. */
export function readHeader(header: unknown, media?: BubbleMedia): RenderedHeader | undefined {
  const type = toText(at(header, 'type'));
  const format = formats.find((name) => name === type);
  if (format === undefined) return undefined;
  const text = format === 'text' ? at(header, 'text') : at(header, format, 'filename');
  return { format, text: toText(text), media, link: toText(at(header, format, 'link')) };
}

const urlButton = (parameters: unknown): ShownButton => ({
  type: 'url',
  text: toText(at(parameters, 'display_text')) ?? 'Open',
  target: toText(at(parameters, 'url')),
});

const replyButton = (button: unknown): ShownButton => ({
  type: 'quick_reply',
  id: toText(at(button, 'reply', 'id')) ?? toText(at(button, 'quick_reply', 'id')),
  text: toText(at(button, 'reply', 'title')) ?? toText(at(button, 'quick_reply', 'title')) ?? 'Reply',
});

function readAction(type: string, action: unknown): readonly ShownButton[] {
  const parameters = at(action, 'parameters');
  const replies = toList(at(action, 'buttons'));
  // A card with reply buttons may say `cta_url` of itself all the same.
  if (replies.length > 0) return replies.map(replyButton);
  switch (type) {
    case 'cta_url':
      return [urlButton(parameters)];
    case 'flow':
      return [{ type: 'flow', text: toText(at(parameters, 'flow_cta')) ?? 'Open the form' }];
    case 'voice_call':
      return [{ type: 'voice_call', text: toText(at(parameters, 'display_text')) ?? 'Call now' }];
    case 'request_contact_info':
      return [{ type: 'request_contact_info', text: 'Share contact info' }];
    default:
      return [];
  }
}

/** The buttons of an interactive message that are neither a list's nor a catalog's. */
export function readButtons(interactive: unknown): readonly ShownButton[] {
  return readAction(toText(at(interactive, 'type')) ?? '', at(interactive, 'action'));
}

/** The cards of an interactive carousel. */
export function readCards(interactive: unknown): readonly RenderedCard[] {
  return toList(at(interactive, 'action', 'cards')).map((card) => ({
    header: readHeader(at(card, 'header')),
    body: toText(at(card, 'body', 'text')),
    buttons: readAction(toText(at(card, 'type')) ?? '', at(card, 'action')),
  }));
}

/** A section of a list, or of products. */
export interface Section {
  readonly title: string | undefined;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string | undefined;
  }[];
}

/** The sections of a list message. */
export function readSections(interactive: unknown): readonly Section[] {
  return toList(at(interactive, 'action', 'sections')).map((section) => ({
    title: toText(at(section, 'title')),
    rows: toList(at(section, 'rows')).map((row) => ({
      id: toText(at(row, 'id')) ?? '',
      title: toText(at(row, 'title')) ?? '',
      description: toText(at(row, 'description')),
    })),
  }));
}

const readProduct = (item: unknown): Section['rows'][number] => {
  const id = toText(at(item, 'product_retailer_id')) ?? '';
  return { id, title: id };
};

/** The products that an action names: one, those of its sections, those of its cards, or the one whose picture stands for the catalog. */
export function readProducts(action: unknown): readonly Section[] {
  const cards = toList(at(action, 'cards')).map((card) => at(card, 'action'));
  const loose = [action, at(action, 'parameters'), ...cards].flatMap((holder) => {
    const id = at(holder, 'product_retailer_id') ?? at(holder, 'thumbnail_product_retailer_id');
    return id === undefined ? [] : [readProduct({ product_retailer_id: id })];
  });
  const sections = toList(at(action, 'sections')).map((section) => ({
    title: toText(at(section, 'title')),
    rows: toList(at(section, 'product_items')).map(readProduct),
  }));
  return [...(loose.length === 0 ? [] : [{ title: undefined, rows: loose }]), ...sections];
}

/** The products behind a template's button: those that its parameter names, or that of the product header. */
export function readTemplateProducts(template: unknown, index: number): readonly Section[] {
  const parts = toList(at(template, 'components'));
  const typeOf = (part: unknown): string | undefined => toText(at(part, 'type'))?.toLowerCase();
  const button = parts.find((part) => typeOf(part) === 'button' && Number(at(part, 'index')) === index);
  const header = parts.find((part) => typeOf(part) === 'header');
  const [parameter] = toList(at(button, 'parameters'));
  const [product] = toList(at(header, 'parameters'));
  return [...readProducts(at(parameter, 'action')), ...readProducts(at(product, 'product'))];
}
