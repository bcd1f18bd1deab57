import type { JournalEntryView, UserView } from '../protocol/protocol.ts';
import { phoneNumber } from './phone-number.ts';

const directions = { in: 'from', out: 'to' } as const;

/** Returns what names an id: the names of the users by WhatsApp ID and by user id. */
export const getNames = (users: readonly UserView[]): ReadonlyMap<string, string> =>
  new Map(
    users.flatMap(({ waId, bsuid, name }) => [
      [waId, name] as const,
      ...(bsuid === undefined ? [] : [[bsuid, name] as const]),
    ]),
  );

/** Returns whom and what an entry concerns: `template order_update to Ana Souza, +55 11 98765-4321`. Nothing for one that is about neither. */
export function entryWords(
  { kind, label, about, direction, template }: JournalEntryView,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const what = template === undefined ? kind === 'request' && label : `template ${template}`;
  const name = names.get(about ?? '');
  const who =
    about !== undefined &&
    `${direction === undefined ? 'about' : directions[direction]} ${name === undefined ? '' : `${name}, `}${phoneNumber(about)}`;
  const words = [what, who].filter(Boolean).join(' ');
  return words === '' ? undefined : words;
}
