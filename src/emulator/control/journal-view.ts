import { contactKey } from '../../contacts/contact-key.ts';
import type { JournalEntry, RequestEntry, WebhookEntry } from '../kernel/journal.ts';
import { at, isObject, toList, toText } from '../kernel/json.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { JournalEntryView } from '../page/protocol/protocol.ts';

/** The kept messages by wamid. */
export type Messages = ReadonlyMap<string, MessageRecord>;

const getIds = (list: unknown): readonly string[] =>
  toList(list).flatMap((item) => toText(at(item, 'id')) ?? []);

const getTemplate = (wamids: readonly string[], messages: Messages): string | undefined =>
  toText(at(messages.get(wamids[0] ?? '')?.payload, 'template', 'name'));

/** The type of a message; of an interactive one with its own type: `text`, `interactive button_reply`. */
const getType = (message: unknown): string | undefined =>
  [at(message, 'type'), at(message, 'interactive', 'type')].flatMap((type) => toText(type) ?? []).join(' ') ||
  undefined;

/** What a call does to a message, in a word or two: `template`, `text`, `typing`, `read`. */
function getCallLabel(body: unknown, isSend: boolean): string | undefined {
  if (isSend) return getType(body) ?? 'text';
  if (at(body, 'message_id') === undefined) return undefined;
  return at(body, 'typing_indicator') === undefined ? toText(at(body, 'status')) : 'typing';
}

function requestView(entry: RequestEntry, messages: Messages): JournalEntryView {
  const { body, reply } = entry;
  const to = contactKey(toText(at(body, 'to')) ?? '');
  const named = to === '' ? toText(at(body, 'recipient')) : to;
  const wamids = [
    ...getIds(at(reply, 'messages')),
    ...[at(body, 'message_id')].flatMap((id) => toText(id) ?? []),
  ];
  const about = messages.get(wamids[0] ?? '')?.waId ?? named;
  return {
    kind: 'request',
    number: entry.number,
    at: entry.at,
    method: entry.method,
    path: `${entry.version === '' ? '' : `/${entry.version}`}${entry.path}${entry.query}`,
    label: getCallLabel(body, named !== undefined),
    direction: about === undefined ? undefined : 'out',
    template: toText(at(body, 'template', 'name')),
    body: body,
    status: entry.status === 0 ? undefined : entry.status,
    reply: reply,
    milliseconds: entry.milliseconds,
    about,
    wamids,
  };
}

/** What the first item of a webhook says: `text`, `failed 131026`, `APPROVED`. */
function getItemLabel({ field, value }: WebhookEntry): string {
  const [message] = toList(value['messages']);
  const [status] = toList(value['statuses']);
  if (isObject(message)) return getType(message) ?? 'message';
  if (isObject(status)) {
    const code = toText(at(toList(status['errors'])[0], 'code'));
    return [toText(status['status']) ?? 'status', code].filter(Boolean).join(' ');
  }
  return (
    toText(value['event']) ?? toText(value['new_quality_score']) ?? toText(value['new_category']) ?? field
  );
}

function getLabel(entry: WebhookEntry): string {
  const more = toList(entry.value['messages']).length + toList(entry.value['statuses']).length - 1;
  return more > 0 ? `${getItemLabel(entry)} and ${more} more` : getItemLabel(entry);
}

function getDirection({ value, about }: WebhookEntry): JournalEntryView['direction'] {
  if (about === undefined) return undefined;
  if (toList(value['messages']).length > 0) return 'in';
  return toList(value['statuses']).length > 0 ? 'out' : undefined;
}

function webhookView(entry: WebhookEntry, messages: Messages): JournalEntryView {
  const wamids = [...getIds(entry.value['messages']), ...getIds(entry.value['statuses'])];
  return {
    kind: 'webhook',
    number: entry.number,
    at: entry.at,
    field: entry.field,
    label: getLabel(entry),
    direction: getDirection(entry),
    template: toText(entry.value['message_template_name']) ?? getTemplate(wamids, messages),
    body: entry.body,
    signature: entry.signature,
    target: entry.target,
    attempts: entry.attempts,
    about: entry.about,
    wamids,
  };
}

/** An entry of the journal as the inspector shows it. */
export const journalView = (entry: JournalEntry, messages: Messages): JournalEntryView =>
  entry.kind === 'request' ? requestView(entry, messages) : webhookView(entry, messages);
