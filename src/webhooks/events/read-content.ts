import { type RawObject, isObject, readList, readNumber } from './base.ts';
import type { MessageContents } from './message-content.ts';

type Check = (content: unknown) => boolean;

const withStrings =
  (...keys: readonly string[]): Check =>
  (content) => {
    if (!isObject(content)) return false;
    for (const key of keys) if (typeof content[key] !== 'string') return false;
    return true;
  };
const hasBody = withStrings('body');
const isMedia = withStrings('id');
const pointsBack = withStrings('original_message_id');
const isOptional: Check = (content) => content === undefined || isObject(content);

const replyChecks: ReadonlyMap<unknown, Check> = new Map([
  ['button_reply', withStrings('id', 'title')],
  ['list_reply', withStrings('id', 'title')],
  ['nfm_reply', withStrings('response_json')],
  ['call_permission_reply', withStrings('response')],
  ['payment_method', isObject],
]);

function isReply(content: unknown): boolean {
  if (!isObject(content) || typeof content['type'] !== 'string') return false;
  return replyChecks.get(content['type'])?.(content[content['type']]) ?? false;
}

const isPlace: Check = (content) =>
  isObject(content) &&
  readNumber(content['latitude']) !== undefined &&
  readNumber(content['longitude']) !== undefined;

const isOrder: Check = (content) =>
  isObject(content) && typeof content['catalog_id'] === 'string' && Array.isArray(content['product_items']);

/** What the object of a message type must hold to be what its interface promises. */
const contentChecks: Readonly<Record<keyof MessageContents, Check>> = {
  text: hasBody,
  image: isMedia,
  video: isMedia,
  audio: isMedia,
  document: isMedia,
  sticker: isMedia,
  location: isPlace,
  contacts: Array.isArray,
  button: withStrings('text'),
  interactive: isReply,
  order: isOrder,
  reaction: withStrings('message_id'),
  system: isObject,
  edit: pointsBack,
  revoke: pointsBack,
  unsupported: isOptional,
  media_placeholder: isOptional,
  request_welcome: isOptional,
};
const checkByType: ReadonlyMap<unknown, Check> = new Map(Object.entries(contentChecks));

/** The type of a message when its content is what Meta documents for it, else `unknown`. */
export function readContentType(message: RawObject): keyof MessageContents | 'unknown' {
  const type = message['type'] as keyof MessageContents;
  return checkByType.get(type)?.(message[type]) ? type : 'unknown';
}

/** Copies a value with numbers instead of the numeric texts under these keys. */
function withNumbers(value: unknown, ...keys: readonly string[]): unknown {
  if (!isObject(value)) return value;
  const numbers = keys.map((key) => [key, readNumber(value[key]) ?? value[key]]);
  return { ...value, ...Object.fromEntries(numbers) };
}

/** The content of a message whose type is known. Some senders write coordinates, quantities and prices as text: they become numbers. */
export function readContent(message: RawObject, type: keyof MessageContents): unknown {
  const content = message[type];
  if (type === 'location') return withNumbers(content, 'latitude', 'longitude');
  if (type !== 'order' || !isObject(content)) return content;
  const items = readList(content['product_items']);
  return { ...content, product_items: items.map((item) => withNumbers(item, 'quantity', 'item_price')) };
}
