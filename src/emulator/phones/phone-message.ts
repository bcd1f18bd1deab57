import { renderTemplatePayload } from '../../templates/render-template.ts';
import type { RenderedButton } from '../../templates/rendered-template.ts';
import { at, isObject, toList, toObject, toText, type JsonObject } from '../kernel/json.ts';
import type { MessageRecord, MessageState, TemplateRecord } from '../kernel/records.ts';

/** Something on a message that can be tapped. */
export interface PhoneButton {
  /** `reply` and `row` answer with an id, `quick_reply` with a payload; the others open something on the phone. */
  readonly kind: 'reply' | 'row' | 'quick_reply' | 'url' | 'phone_number' | 'copy_code' | 'flow' | 'other';
  readonly title: string;
  /** What the business gets back: the button's id, the row's id, the payload. */
  readonly id: string;
  readonly description?: string | undefined;
  /** Where it leads, for a URL or a phone number; what it copies, for a code. */
  readonly target?: string | undefined;
}

/** A message as the phone shows it. */
export interface PhoneMessage {
  readonly wamid: string;
  readonly from: 'business' | 'user';
  /** Virtual time, epoch milliseconds. */
  readonly at: number;
  /** `text`, `image`, `template`, `interactive` … */
  readonly type: string;
  readonly state: MessageState;
  /** Everything that can be read in the body, parameters filled in; empty for a picture without a caption. */
  readonly text: string;
  readonly header?: string | undefined;
  readonly footer?: string | undefined;
  readonly buttons: readonly PhoneButton[];
  /** The name of the template. */
  readonly template?: string | undefined;
  /** Cards of a carousel, each with its own text and buttons. */
  readonly cards: readonly { readonly text: string; readonly buttons: readonly PhoneButton[] }[];
  /** The message that is quoted. */
  readonly quotes?: string | undefined;
  /** The body as it was sent. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A message as a phone shows it, and whose phone it is. */
export interface EmulatorMessage extends PhoneMessage {
  /** The user's number in digits, or the group's id. */
  readonly waId: string;
}

type Shown = Pick<PhoneMessage, 'text' | 'header' | 'footer' | 'buttons' | 'cards'>;

const plain = (text: string): Shown => ({ text, buttons: [], cards: [] });

const objects = (value: unknown): readonly JsonObject[] => toList(value).filter(isObject);

const kinds: Readonly<Record<string, PhoneButton['kind']>> = {
  quick_reply: 'quick_reply',
  url: 'url',
  phone_number: 'phone_number',
  copy_code: 'copy_code',
  otp: 'copy_code',
  flow: 'flow',
};

const templateButton = (button: RenderedButton): PhoneButton => ({
  kind: kinds[button.type] ?? 'other',
  title: button.text,
  id: button.payload ?? button.text,
  target: button.url ?? button.phoneNumber ?? button.code,
});

function showTemplate(template: TemplateRecord, content: unknown): Shown {
  const { header, body, footer, buttons, cards } = renderTemplatePayload(template, toObject(content));
  return {
    header: header?.format === 'text' ? header.text : undefined,
    text: body,
    footer,
    buttons: buttons.map(templateButton),
    cards: cards.map((card) => ({ text: card.body ?? '', buttons: card.buttons.map(templateButton) })),
  };
}

function interactiveButtons(interactive: JsonObject): readonly PhoneButton[] {
  const action = toObject(interactive['action']);
  const parameters = toObject(action['parameters']);
  const rows = objects(action['sections']).flatMap((section) => objects(section['rows']));
  const replies = objects(action['buttons']);
  // Cards of a carousel call their reply buttons `quick_reply`, and may say `cta_url` of themselves all the same.
  if (replies.length > 0)
    return replies.map((button) => {
      const reply = button['reply'] ?? button['quick_reply'];
      return { kind: 'reply', title: toText(at(reply, 'title')) ?? '', id: toText(at(reply, 'id')) ?? '' };
    });
  switch (interactive['type']) {
    case 'list':
      return rows.map((row) => ({
        kind: 'row',
        title: toText(row['title']) ?? '',
        id: toText(row['id']) ?? '',
        description: toText(row['description']),
      }));
    case 'cta_url': {
      const title = toText(parameters['display_text']) ?? '';
      return [{ kind: 'url', title, id: title, target: toText(parameters['url']) }];
    }
    case 'flow': {
      const title = toText(parameters['flow_cta']) ?? '';
      return [{ kind: 'flow', title, id: toText(parameters['flow_token']) ?? 'unused' }];
    }
    default: {
      const title = toText(parameters['display_text']) ?? toText(action['name']);
      return title === undefined ? [] : [{ kind: 'other', title, id: title }];
    }
  }
}

function showInteractive(interactive: JsonObject): Shown {
  return {
    header: toText(at(interactive, 'header', 'text')),
    text: toText(at(interactive, 'body', 'text')) ?? '',
    footer: toText(at(interactive, 'footer', 'text')),
    buttons: interactiveButtons(interactive),
    cards: objects(at(interactive, 'action', 'cards')).map((card) => ({
      text: toText(at(card, 'body', 'text')) ?? '',
      buttons: interactiveButtons(card),
    })),
  };
}

function show(message: MessageRecord, template: TemplateRecord | undefined): Shown {
  const content = message.payload[message.type];
  switch (message.type) {
    case 'text':
      return plain(toText(at(content, 'body')) ?? '');
    case 'template':
      return template ? showTemplate(template, content) : plain(toText(at(content, 'name')) ?? '');
    case 'interactive': {
      const reply = at(content, 'button_reply', 'title') ?? at(content, 'list_reply', 'title');
      return message.direction === 'in' ? plain(toText(reply) ?? '') : showInteractive(toObject(content));
    }
    case 'button':
      return plain(toText(at(content, 'text')) ?? '');
    case 'reaction':
      return plain(toText(at(content, 'emoji')) ?? '');
    default:
      return plain(toText(at(content, 'caption')) ?? toText(at(content, 'name')) ?? '');
  }
}

/** Renders a message as the phone shows it. */
export function toPhoneMessage(message: MessageRecord, template: TemplateRecord | undefined): PhoneMessage {
  return {
    wamid: message.wamid,
    from: message.direction === 'in' ? 'user' : 'business',
    at: message.at,
    type: message.type,
    state: message.state,
    ...show(message, template),
    template: toText(at(message.payload, 'template', 'name')),
    quotes:
      toText(at(message.payload, 'context', 'message_id')) ?? toText(at(message.payload, 'context', 'id')),
    payload: message.payload,
  };
}
