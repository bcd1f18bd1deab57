import { contactKey } from '../../contacts/contact-key.ts';
import type { JournalEntry, RequestEntry, WebhookEntry } from '../kernel/journal.ts';
import { at, isObject, toList, toText } from '../kernel/json.ts';
import type { JournalEntryView } from '../page/protocol/protocol.ts';

const getIds = (list: unknown): readonly string[] =>
  toList(list).flatMap((item) => toText(at(item, 'id')) ?? []);

function requestView(entry: RequestEntry): JournalEntryView {
  const { body, reply } = entry;
  const to = contactKey(toText(at(body, 'to')) ?? '');
  return {
    kind: 'request',
    number: entry.number,
    at: entry.at,
    method: entry.method,
    path: `${entry.version === '' ? '' : `/${entry.version}`}${entry.path}${entry.query}`,
    body: body,
    status: entry.status === 0 ? undefined : entry.status,
    reply: reply,
    milliseconds: entry.milliseconds,
    about: to === '' ? undefined : to,
    wamids: [...getIds(at(reply, 'messages')), ...[at(body, 'message_id')].flatMap((id) => toText(id) ?? [])],
  };
}

/** A few words on what a webhook says: `text from +5511…`, `delivered`, `APPROVED`. */
function getLabel({ field, value, about }: WebhookEntry): string {
  const [message] = toList(value['messages']);
  const [status] = toList(value['statuses']);
  if (isObject(message)) return `${toText(message['type']) ?? 'message'} from +${about ?? ''}`;
  if (isObject(status)) return toText(status['status']) ?? 'status';
  return (
    toText(value['event']) ?? toText(value['new_quality_score']) ?? toText(value['new_category']) ?? field
  );
}

function webhookView(entry: WebhookEntry): JournalEntryView {
  return {
    kind: 'webhook',
    number: entry.number,
    at: entry.at,
    field: entry.field,
    label: getLabel(entry),
    body: entry.body,
    signature: entry.signature,
    target: entry.target,
    attempts: entry.attempts,
    about: entry.about,
    wamids: [...getIds(entry.value['messages']), ...getIds(entry.value['statuses'])],
  };
}

/** An entry of the journal as the inspector shows it. */
export const journalView = (entry: JournalEntry): JournalEntryView =>
  entry.kind === 'request' ? requestView(entry) : webhookView(entry);
