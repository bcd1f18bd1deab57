import { describeErrorCode } from '../../errors/codes.ts';
import { createMoney } from '../../pricing/values/money.ts';
import { renderTemplatePayload } from '../../templates/render-template.ts';
import type {
  RenderedButton as ButtonPart,
  RenderedCard as CardPart,
  RenderedHeader as HeaderPart,
} from '../../templates/rendered-template.ts';
import { at, toObject, toText, type JsonObject } from '../kernel/json.ts';
import { messagesWith } from '../messages/message-store.ts';
import type {
  Bubble,
  BubbleError,
  BubbleMedia,
  BubblePrice,
  RenderedButton,
  RenderedCard,
  RenderedHeader,
  RenderedTemplate,
} from '../page/protocol/protocol.ts';
import type { MessageRecord, TemplateRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';
import { getFlowFields } from './flow-fields.ts';

const shownTypes: readonly string[] = [
  'quick_reply',
  'url',
  'phone_number',
  'copy_code',
  'flow',
  'catalog',
  'mpm',
  'spm',
  'request_contact_info',
  'voice_call',
];
const isShown = (type: string): type is RenderedButton['type'] => shownTypes.includes(type);

/** A file that the page can fetch. */
function getMedia(context: EmulatorContext, id: string | undefined): BubbleMedia | undefined {
  const media = context.state.media.get(id ?? '');
  return (
    media && { id: media.id, mimeType: media.mimeType, filename: media.fileName, size: media.bytes.length }
  );
}

function getHeader(context: EmulatorContext, header: HeaderPart): RenderedHeader | undefined {
  switch (header.format) {
    case 'text':
      return header;
    case 'location':
      return { format: 'location', text: header.name ?? header.address };
    case 'product':
      return undefined;
    default: {
      const { format, id, link, filename } = header;
      return {
        format: format === 'gif' ? 'video' : format,
        text: filename,
        link,
        media: getMedia(context, id),
      };
    }
  }
}

const getButton = (button: ButtonPart): RenderedButton => ({
  type: isShown(button.type) ? button.type : button.type === 'otp' ? 'copy_code' : 'other',
  text: button.text,
  target: button.url ?? button.phoneNumber ?? button.code,
});

const getCard = (context: EmulatorContext, card: CardPart): RenderedCard => ({
  header: card.header && getHeader(context, card.header),
  body: card.body,
  buttons: card.buttons.map(getButton),
});

/** A template as a user sees it: with the parameters of a message, or with its placeholders. */
export function renderTemplate(
  context: EmulatorContext,
  template: TemplateRecord,
  sent: JsonObject = {},
): RenderedTemplate {
  const { header, body, footer, buttons, cards, limitedTimeOffer, callPermissionRequest } =
    renderTemplatePayload(template, sent);
  return {
    name: template.name,
    language: template.language,
    category: template.category,
    header: header && getHeader(context, header),
    body,
    footer,
    buttons: buttons.map(getButton),
    cards: cards.map((card) => getCard(context, card)),
    offer: limitedTimeOffer,
    asksToCall: callPermissionRequest,
  };
}

function getTemplate(context: EmulatorContext, message: MessageRecord): RenderedTemplate | undefined {
  const template = context.state.templates.get(message.templateId ?? '');
  return template && renderTemplate(context, template, toObject(message.payload['template']));
}

function getError({ error }: MessageRecord): BubbleError | undefined {
  if (error === undefined) return undefined;
  const info = describeErrorCode(error.code);
  return {
    code: error.code,
    title: info?.title ?? 'Unknown error',
    details: error.details,
    hint: info?.hint,
  };
}

function getPrice(
  context: EmulatorContext,
  { pricing, scaledAmount: units, state }: MessageRecord,
): BubblePrice | undefined {
  if (pricing === undefined || state === 'accepted') return undefined;
  const { category, type, billable } = pricing;
  return {
    category,
    type,
    billable,
    amount: units === undefined ? undefined : createMoney(context.settings.currency, units),
  };
}

function reactionsTo(context: EmulatorContext, message: MessageRecord): Bubble['reactions'] {
  const latest = new Map<Bubble['from'], string>();
  for (const other of messagesWith(context, message.waId)) {
    if (other.type !== 'reaction' || at(other.payload, 'reaction', 'message_id') !== message.wamid) continue;
    const from = other.direction === 'in' ? 'user' : 'business';
    latest.set(from, toText(at(other.payload, 'reaction', 'emoji')) ?? '');
  }
  return [...latest].flatMap(([from, emoji]) => (emoji === '' ? [] : [{ from, emoji }]));
}

/** A message as the page draws it. */
export function getBubble(context: EmulatorContext, message: MessageRecord): Bubble {
  const content = message.payload[message.type];
  const inner = toObject(at(content, 'header'));
  const mediaId = toText(at(content, 'id')) ?? toText(at(inner, toText(inner['type']) ?? '', 'id'));
  const { context: quoted, referral } = message.payload;
  return {
    wamid: message.wamid,
    from: message.direction === 'in' ? 'user' : 'business',
    at: message.at,
    content: { type: message.type, [message.type]: content, ...(referral === undefined ? {} : { referral }) },
    quotes: toText(at(quoted, 'message_id')) ?? toText(at(quoted, 'id')),
    state: message.direction === 'out' ? message.state : undefined,
    error: getError(message),
    reactions: reactionsTo(context, message),
    media: getMedia(context, mediaId),
    template: message.type === 'template' ? getTemplate(context, message) : undefined,
    flow: getFlowFields(context, message),
    price: getPrice(context, message),
  };
}
