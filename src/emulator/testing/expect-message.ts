import { isSameContact } from '../../contacts/contact-key.ts';
import type { EmulatorMessage } from '../phones/phone-message.ts';

/** What a message should look like: every field that is given must match. */
export interface ExpectedMessage {
  /** The user, with or without `+`. */
  readonly to?: string | undefined;
  /** `text`, `image`, `template`, `interactive` … */
  readonly type?: string | undefined;
  /** The body as the phone shows it, parameters filled in: the whole text, or a pattern. */
  readonly text?: string | RegExp | undefined;
  /** The template's name. */
  readonly template?: string | undefined;
  /** The title of a button that it has. */
  readonly button?: string | undefined;
  /** How far it got: `sent`, `delivered`, `read`, `failed`. */
  readonly state?: EmulatorMessage['state'] | undefined;
}

/** The part of an emulator that an assertion reads. */
export interface MessageSource {
  /** Every message that is kept, in both directions, oldest first. */
  readonly messages: readonly EmulatorMessage[];
}

/** A message that was expected and did not come, or came and was not expected. Test runners show it as a failed assertion. */
class MessageAssertionError extends Error {
  override readonly name = 'AssertionError';
}

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** Compares with the number that was addressed as well: its WhatsApp ID may be another one. */
const isTo = ({ waId, payload }: EmulatorMessage, to: string): boolean =>
  [waId, payload['to']].some((id) => typeof id === 'string' && isSameContact(id, to));

const fits = (message: EmulatorMessage, expected: ExpectedMessage): boolean =>
  message.from === 'business' &&
  (expected.to === undefined || isTo(message, expected.to)) &&
  (expected.type === undefined || expected.type === message.type) &&
  (expected.text === undefined || matches(message.text, expected.text)) &&
  (expected.template === undefined || expected.template === message.template) &&
  (expected.button === undefined || message.buttons.some(({ title }) => title === expected.button)) &&
  (expected.state === undefined || expected.state === message.state);

const show = (expected: ExpectedMessage): string =>
  Object.entries(expected)
    .map(([name, value]) => `${name} ${value instanceof RegExp ? String(value) : JSON.stringify(value)}`)
    .join(', ');

const line = (message: EmulatorMessage): string =>
  `  to ${message.waId}, ${message.template ?? message.type}, ${message.state}: ${JSON.stringify(message.text)}`;

function sent({ messages }: MessageSource): string {
  const lines = messages.filter(({ from }) => from === 'business').map(line);
  return lines.length === 0
    ? 'The business has sent nothing.'
    : `The business has sent:\n${lines.join('\n')}`;
}

/** Returns the newest message of the business that fits; with `after`, only one that is newer than the message with this wamid. */
export function findMessage(
  { messages }: MessageSource,
  expected: ExpectedMessage,
  after?: string,
): EmulatorMessage | undefined {
  const from = after === undefined ? 0 : messages.findIndex(({ wamid }) => wamid === after) + 1;
  return messages.slice(from).findLast((message) => fits(message, expected));
}

/** Returns the error of a test that expected a message. */
export const missingMessage = (
  source: MessageSource,
  expected: ExpectedMessage,
  within = '',
  more = '',
): Error =>
  new MessageAssertionError(
    `Expected a message with ${show(expected) || 'anything'}${within}.\n${sent(source)}${more}`,
  );

/**
 * Finds the newest message of the business that fits, or fails the test with a list of what was sent instead.
 *
 * @example
 * const message = expectMessage(emulator, { to: '+5511987654321', text: /order A-17/, button: 'Track' });
 * message.state; // 'delivered'
 */
export function expectMessage(emulator: MessageSource, expected: ExpectedMessage): EmulatorMessage {
  const found = findMessage(emulator, expected);
  if (found) return found;
  throw missingMessage(emulator, expected);
}

/**
 * Fails the test when the business has sent a message that fits.
 *
 * @example
 * expectNoMessage(emulator, { to: '+5511987654321', template: 'sale' }); // nothing was sent to Ana after she opted out
 */
export function expectNoMessage(emulator: MessageSource, expected: ExpectedMessage = {}): void {
  const found = emulator.messages.find((message) => fits(message, expected));
  if (found)
    throw new MessageAssertionError(
      `Expected no message with ${show(expected) || 'anything'}, but:\n${line(found)}`,
    );
}
