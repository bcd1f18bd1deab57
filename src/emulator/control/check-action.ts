import { UsageError, type Issue } from '../../errors/usage-error.ts';
import { isObject } from '../kernel/json.ts';
import type { PhoneAction } from '../page/protocol/protocol.ts';

type Kind = PhoneAction['kind'];
type FieldsOf<Name extends Kind> = Exclude<keyof Extract<PhoneAction, { readonly kind: Name }>, 'kind'>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isLine = (value: unknown): boolean =>
  isObject(value) && isText(value['retailerId']) && isIndex(value['quantity']);

const isDegrees = (value: unknown, limit: number): boolean =>
  Number.isFinite(value) && Math.abs(Number(value)) <= limit;
const isLocation = (value: unknown): boolean =>
  isObject(value) &&
  isDegrees(value['latitude'], 90) &&
  isDegrees(value['longitude'], 180) &&
  [value['name'], value['address']].every((text) => text === undefined || isText(text));

/** What a field may hold, in words and as a check. */
const types = {
  text: ['a text', isText],
  phone: [
    'a phone number of 7 to 15 digits',
    (value: unknown) => typeof value === 'string' && /^\d{7,15}$/.test(value.replace(/\D/g, '')),
  ],
  number: ['a number', (value: unknown) => Number.isFinite(value)],
  location: [
    '{ latitude, longitude, name?, address? } with a latitude from -90 to 90 and a longitude from -180 to 180',
    isLocation,
  ],
  callAnswer: [
    "'temporary', 'permanent' or 'reject'",
    (value: unknown) => value === 'temporary' || value === 'permanent' || value === 'reject',
  ],
  texts: ['an object of texts', (value: unknown) => isObject(value) && Object.values(value).every(isText)],
  index: ['a whole number from 0', isIndex],
  switch: ['true or false', (value: unknown) => typeof value === 'boolean'],
  object: ['an object', isObject],
  lines: [
    'a list of { retailerId, quantity }',
    (value: unknown) => Array.isArray(value) && value.every(isLine),
  ],
  media: [
    "'image', 'video', 'audio', 'document' or 'sticker'",
    (value: unknown) =>
      typeof value === 'string' && ['image', 'video', 'audio', 'document', 'sticker'].includes(value),
  ],
} as const satisfies Record<string, readonly [words: string, check: (value: unknown) => boolean]>;

type FieldType = keyof typeof types | `${keyof typeof types}?`;

// DATA. The fields of each action; `?` marks those that may be missing. The shapes stand in `page/protocol/protocol.ts`.
const fields: { readonly [Name in Kind]: Readonly<Record<FieldsOf<Name>, FieldType>> } = {
  addUser: { waId: 'phone', name: 'text?' },
  say: { waId: 'phone', text: 'text', quotes: 'text?' },
  sendMedia: {
    waId: 'phone',
    type: 'media',
    mimeType: 'text',
    data: 'text',
    filename: 'text?',
    caption: 'text?',
    voice: 'switch?',
  },
  shareLocation: { waId: 'phone', location: 'location' },
  shareContact: { waId: 'phone', name: 'text', phone: 'text' },
  tap: { waId: 'phone', wamid: 'text', id: 'text?', index: 'index?', card: 'index?' },
  answerCallRequest: { waId: 'phone', wamid: 'text', answer: 'callAnswer' },
  answerLocationRequest: { waId: 'phone', wamid: 'text', location: 'location' },
  answerContactRequest: { waId: 'phone', wamid: 'text' },
  answerAddressRequest: { waId: 'phone', wamid: 'text', values: 'texts', savedAddressId: 'text?' },
  submitFlow: { waId: 'phone', wamid: 'text', response: 'object' },
  order: { waId: 'phone', wamid: 'text', items: 'lines' },
  react: { waId: 'phone', wamid: 'text', emoji: 'text' },
  read: { waId: 'phone', wamid: 'text?' },
  play: { waId: 'phone', wamid: 'text' },
  startFromAd: { waId: 'phone', text: 'text', headline: 'text', body: 'text?' },
  block: { waId: 'phone', blocked: 'switch' },
  stopPromotions: { waId: 'phone', stopped: 'switch' },
  goOffline: { waId: 'phone', offline: 'switch' },
  setSpeed: { speed: 'number' },
  advance: { milliseconds: 'number' },
  approveTemplate: { id: 'text' },
  rejectTemplate: { id: 'text', reason: 'text' },
  pauseTemplate: { id: 'text' },
  disableTemplate: { id: 'text' },
  changeTemplateCategory: { id: 'text', category: 'text' },
  addFault: { rule: 'object' },
  removeFault: { id: 'text' },
  redeliver: { number: 'index' },
  setWebhook: { url: 'text?' },
  reset: {},
};

const isTypeName = (name: string): name is keyof typeof types => Object.hasOwn(types, name);

function getIssue(path: string, wanted: FieldType, value: unknown): Issue | undefined {
  const name = wanted.replace('?', '');
  if (!isTypeName(name) || (value === undefined && wanted !== name)) return undefined;
  const [words, check] = types[name];
  return check(value) ? undefined : { path, message: `must be ${words}` };
}

const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(fields, kind);

const hasFields = (action: Readonly<Record<string, unknown>>): action is PhoneAction & typeof action =>
  getIssues(action).length === 0;

function getIssues(action: Readonly<Record<string, unknown>>): readonly Issue[] {
  const { kind } = action;
  if (!isKind(kind)) return [{ path: 'kind', message: `is none of ${Object.keys(fields).join(', ')}` }];
  return Object.entries<FieldType>(fields[kind]).flatMap(
    ([name, wanted]) => getIssue(name, wanted, action[name]) ?? [],
  );
}

/** Returns an action whose fields have the right types. Throws `UsageError` that names every field that has not. */
export function checkAction(action: unknown): PhoneAction {
  if (!isObject(action)) throw new UsageError({ summary: 'An action is a JSON object.' });
  if (hasFields(action)) return action;
  throw new UsageError({ summary: 'The emulator cannot do this action.', issues: getIssues(action) });
}
