import { usageError } from '../../errors/usage-error.ts';
import { toUserRecipient } from '../../shared/recipient.ts';
import { isObject, readNumber } from '../events/base.ts';
import type { ConsentEvent, ConsentWords } from '../events/consent.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { IncomingMessageEvent, StandbyMessageEvent } from '../events/message.ts';
import type { StandbyStatusEvent, StatusEvent } from '../events/status.ts';
import { checkConsentWord } from './check-consent-word.ts';
import type { ConsentReader } from './consent-reader.ts';
import { type ConsentWord, type ConsentWordMatcher, createConsentWordMatcher } from './match-consent-word.ts';

type UserMessage = IncomingMessageEvent | StandbyMessageEvent;

/** What the user saw and chose or typed, and what the button carries for us. Captions and Flow answers are not read. */
interface Said {
  readonly text: string;
  /** With a tap only. */
  readonly payload?: string | undefined;
  readonly isTap: boolean;
}

function readSaid(event: UserMessage): Said | undefined {
  switch (event.type) {
    case 'text':
      return { text: event.text.body, isTap: false };
    case 'edit': {
      const text = event.edit.message?.['text'];
      const body = isObject(text) ? text['body'] : undefined;
      return typeof body === 'string' ? { text: body, isTap: false } : undefined;
    }
    case 'button':
      return { text: event.button.text, payload: event.button.payload, isTap: true };
    case 'interactive': {
      const answer = event.interactive;
      const reply =
        answer.type === 'button_reply'
          ? answer.button_reply
          : answer.type === 'list_reply'
            ? answer.list_reply
            : undefined;
      return reply && { text: reply.title, payload: reply.id, isTap: true };
    }
    default:
      return undefined;
  }
}

/** Returns the word of a message: the payload of a button may stop, and only what the user saw or typed may resume. */
function findWord(match: ConsentWordMatcher, { text, payload, isTap }: Said): ConsentWord | undefined {
  const read = (said: unknown) => (typeof said === 'string' ? match(said) : undefined);
  const shown = read(text);
  const behind = read(payload);
  const either = [shown, behind];
  return (
    either.find((word) => word?.choice === 'stop') ??
    either.find((word) => word?.choice === 'maybe_stop') ??
    // A button called Start opens a menu.
    (isTap && shown?.choice === 'undo_stop' ? undefined : shown)
  );
}

function toConsent(
  event: UserMessage | StatusEvent | StandbyStatusEvent,
  said: Pick<ConsentEvent, 'choice' | 'source' | 'word'>,
): ConsentEvent | undefined {
  const { at, wamid, waId, bsuid, parentBsuid, contact } = event;
  const { field, wabaId, phoneNumberId, displayPhoneNumber, raw } = event;
  const sender = toUserRecipient(event);
  if (sender === undefined) return undefined;
  const user = { waId, bsuid, parentBsuid, contact, sender };
  const place = { field, wabaId, phoneNumberId, displayPhoneNumber };
  const about = { category: 'marketing_messages', signupId: undefined, wamid };
  return { kind: 'consent', at, ...said, ...about, ...user, ...place, raw };
}

function readMessage(match: ConsentWordMatcher, event: UserMessage): ConsentEvent | undefined {
  const said = readSaid(event);
  const found = said && findWord(match, said);
  if (said === undefined || found === undefined) return undefined;
  const { word, choice } = found;
  // In a group, other people may be meant: it never gives a consent back.
  if (event.groupId !== undefined && choice !== 'stop' && choice !== 'maybe_stop') return undefined;
  return toConsent(event, { choice, source: said.isTap ? 'button' : 'keyword', word });
}

/** Meta's code for: the user stopped marketing messages of this business. Older bodies carry codes as text. */
const stoppedMarketing = 131_050;

const isStopped = (errors: unknown): boolean =>
  Array.isArray(errors) &&
  errors.some((error: unknown) => isObject(error) && readNumber(error['code']) === stoppedMarketing);

function readConsent(match: ConsentWordMatcher, event: WebhookEvent): ConsentEvent | undefined {
  switch (event.kind) {
    case 'message':
    case 'standbyMessage':
      return readMessage(match, event);
    case 'status':
    case 'standbyStatus':
      return isStopped(event.errors)
        ? toConsent(event, { choice: 'stop', source: 'error_131050', word: undefined })
        : undefined;
    default:
      return undefined;
  }
}

/** Creates what `loadConsentReader` resolves to. */
export function createConsentReader(words: ConsentWords = {}): ConsentReader {
  for (const [word, choice] of Object.entries(Object(words) as object)) {
    const problem = checkConsentWord(word, choice);
    if (problem !== undefined) throw usageError(`words.${word}`, problem);
  }
  const match = createConsentWordMatcher(words);
  return (events) => {
    const all: WebhookEvent[] = [];
    for (const event of events) {
      all.push(event);
      const consent = readConsent(match, event);
      if (consent !== undefined) all.push(consent);
    }
    return all;
  };
}
