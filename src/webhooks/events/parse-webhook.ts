import { WebhookError } from '../../errors/webhook-error.ts';
import {
  type ChangeContext,
  type Emit,
  type UnknownEvent,
  type UsedKeys,
  readId,
  isId,
  isObject,
  isTime,
  emitLeftovers,
  readList,
  readTime,
  unknownEvent,
} from './base.ts';
import type { WebhookEvent } from './event.ts';
import { accountFields } from './account.ts';
import { callsFields } from './calls.ts';
import { consentFields } from './consent.ts';
import { echoFields } from './echoes.ts';
import { flowFields } from './flow.ts';
import { groupFields } from './groups.ts';
import { handoverFields } from './handovers.ts';
import { historyFields } from './history.ts';
import { messagesFields } from './messages.ts';
import { phoneNumberFields } from './phone-number.ts';
import type { FieldReader } from './readers.ts';
import { templateFields } from './template.ts';
import { userFields } from './users.ts';
import { readJson } from './read-json.ts';

const readers: ReadonlyMap<unknown, FieldReader<WebhookEvent>> = new Map(
  Object.entries<FieldReader<WebhookEvent>>({
    ...messagesFields,
    ...callsFields,
    ...historyFields,
    ...echoFields,
    ...groupFields,
    ...consentFields,
    ...userFields,
    ...handoverFields,
    ...accountFields,
    ...phoneNumberFields,
    ...templateFields,
    ...flowFields,
  }),
);

// Some of Meta's examples of partner events lack `object`.
const isOurs = (object: unknown): boolean => object === undefined || object === 'whatsapp_business_account';

const changeKeys: UsedKeys = new Map([
  ['field', (field: unknown): boolean => typeof field === 'string'],
  ['value', isObject],
]);
const entryKeys: UsedKeys = new Map([
  ['id', isId],
  ['time', isTime],
  ['changes', Array.isArray],
]);
const envelopeKeys: UsedKeys = new Map([
  ['object', isOurs],
  ['entry', Array.isArray],
]);

const nowhere: ChangeContext = {
  field: '',
  wabaId: undefined,
  phoneNumberId: undefined,
  displayPhoneNumber: undefined,
  entryAt: undefined,
};

function readChange(change: unknown, entry: ChangeContext, emit: Emit<WebhookEvent>): void {
  if (!isObject(change) || !isObject(change['value'])) {
    emit(unknownEvent(change, entry));
    return;
  }
  const { field, value } = change;
  const metadata = isObject(value['metadata']) ? value['metadata'] : undefined;
  const context: ChangeContext = {
    ...entry,
    field: typeof field === 'string' ? field : '',
    phoneNumberId: readId(metadata?.['phone_number_id']),
    displayPhoneNumber: readId(metadata?.['display_phone_number']),
  };
  const read = readers.get(field);
  if (read === undefined) emit(unknownEvent(value, context));
  else read(value, context, emit);
  emitLeftovers(change, changeKeys, context, emit);
}

function readEntry(entry: unknown, emit: Emit<WebhookEvent>): void {
  if (!isObject(entry)) {
    emit(unknownEvent(entry, nowhere));
    return;
  }
  const context = { ...nowhere, wabaId: readId(entry['id']), entryAt: readTime(entry['time']) };
  for (const change of readList(entry['changes'])) readChange(change, context, emit);
  emitLeftovers(entry, entryKeys, context, emit);
}

/** Returns a whole body as one event, for a body that is too large to be read item by item. */
export const wholeBodyEvent = (body: string | Uint8Array): UnknownEvent =>
  unknownEvent(typeof body === 'string' ? body : new TextDecoder().decode(body), nowhere);

/**
 * Reads every entry, change and item of a webhook body into one flat list of typed events. What this version does not know comes as
 * `unknown` with its raw value in `raw`: nothing is dropped. Verify the signature first. It also reads a change without its envelope, as the
 * App Dashboard shows its samples; such events have no `wabaId`. Words such as STOP are found by `loadConsentReader`.
 *
 * @throws {WebhookError} `not_json`, `too_deep` or `too_many_items` where the bytes are no JSON, nest deeper than 64 levels, or hold lists of
 * more than 20,000 items together; `body_parsed` where they are no bytes but an object that a framework has parsed already.
 *
 * Source: Meta, "Webhooks reference".
 *
 * @example
 * for (const event of parseWebhook(body)) {
 *   if (event.kind === 'message' && event.type === 'text') console.log(event.waId, event.text.body); // 16505551234 Hello
 * }
 */
export function parseWebhook(body: string | Uint8Array): WebhookEvent[] {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body))
    throw new WebhookError('body_parsed', { details: ['Pass its bytes or its text.'] });
  const envelope = readJson(body);
  const events: WebhookEvent[] = [];
  const emit = (event: WebhookEvent): void => void events.push(event);
  // The samples of the App Dashboard are changes without an envelope.
  if (isObject(envelope) && typeof envelope['field'] === 'string' && envelope['entry'] === undefined) {
    readChange(envelope, nowhere, emit);
    return events;
  }
  if (!isObject(envelope) || !Array.isArray(envelope['entry']) || !isOurs(envelope['object']))
    return [unknownEvent(envelope, nowhere)];
  for (const entry of envelope['entry']) readEntry(entry, emit);
  emitLeftovers(envelope, envelopeKeys, nowhere, emit);
  return events;
}
