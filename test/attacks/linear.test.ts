import { expect, test } from 'vitest';
import { safeFileName } from '../../src/api/media/safe-file-name.ts';
import { typeOfName } from '../../src/api/media/type-of-name.ts';
import { escapeMarks } from '../../src/bot/text/literal-marks.ts';
import { contactKey } from '../../src/contacts/contact-key.ts';
import { chatButtonHtml } from '../../src/links/chat-button-html.ts';
import { splitText } from '../../src/messages/split-text.ts';
import { isMediaId } from '../../src/schemas/media-source.ts';
import { isBsuid } from '../../src/shared/ids.ts';
import { stripSeparators, toDigits } from '../../src/shared/phone-number.ts';
import { fillPlaceholders, findPlaceholders } from '../../src/templates/placeholders.ts';
import { placeholderIssues, placeholderPlaceIssues } from '../../src/templates/rules/placeholder-rules.ts';
import { isNeverSent } from '../../src/transport/never-sent.ts';
import { redact } from '../../src/transport/redact.ts';
import { createConsentWordMatcher } from '../../src/webhooks/consent/match-consent-word.ts';
import { parseWebhook } from '../../src/webhooks/events/parse-webhook.ts';
import { promise, report } from './promise.ts';

const matchConsentWord = createConsentWordMatcher();

/** What reads a name or a text that someone else wrote. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  safeFileName: (text) => safeFileName(text),
  typeOfName,
  contactKey,
  isBsuid,
  isMediaId,
  stripSeparators,
  toDigits,
  splitText: (text) => splitText(text),
  escapeMarks,
  chatButtonHtml: (text) => chatButtonHtml({ phone: '+5511987654321', text }),
  findPlaceholders,
  fillPlaceholders: (text) => fillPlaceholders(text, () => 'value'),
  placeholderIssues: (text) => placeholderIssues('body', text),
  placeholderPlaceIssues: (text) => placeholderPlaceIssues('body', text),
  'consent words': matchConsentWord,
  'the text of an error': (text) => redact(text, ['a'.repeat(20), '+5511987654321']),
  'the fault of an engine': (message) => isNeverSent({ message }),
  parseWebhook: (text) => {
    const messages = [{ from: text, id: text, timestamp: text, type: 'text', text: { body: text } }];
    const value = { messaging_product: 'whatsapp', metadata: {}, messages };
    return parseWebhook(JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }));
  },
};

const units = [
  ...[
    ' ',
    'a',
    '1',
    '.',
    ' .',
    'a.',
    'a ',
    '/',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '%',
    '&',
    '"',
    '-',
    '_',
    '+',
    '{',
    '}',
  ],
  ...[
    '{{',
    '}}',
    '{{a',
    'a}}',
    '}} ',
    '{a}',
    'CERT',
    'SELF',
    'http://',
    'stop ',
    'please ',
    '\u{1F600}',
    '\u0301',
  ],
  ...['\u0315\u0300', '\u200D', '\u{1F468}\u200D', '\u{1F1E7}', '\uFE0F', '\u202E', '\uD800', '\0'],
];
const short = 4_000;
const factor = 8;

/** The least time of three runs. */
function cost(read: (text: string) => unknown, text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

// Work that grows with the length costs 8 times as much for a text 8 times as long, with its square 64 times. Below 200 ms there is no square:
// 32,000 characters squared are a thousand million steps, and a busy machine makes noise.
test.each(Object.entries(readers))(
  `%s: ${promise('linear-text', '8 times the text costs less than 32 times the work')}`,
  (name, read) => {
    let worst = { unit: '', time: 0 };
    const square: string[] = [];
    for (const unit of units)
      for (const [head, tail] of [
        ['', ''],
        ['x', 'x'],
      ]) {
        const make = (length: number): string => head + unit.repeat(length / unit.length) + tail;
        const time = cost(read, make(short * factor));
        if (time > worst.time) worst = { unit, time };
        if (time > 200 && time / cost(read, make(short)) >= 32) square.push(JSON.stringify(unit));
      }
    report(
      `${name}: ${worst.time.toFixed(1)} ms at most for 32,000 characters, of ${JSON.stringify(worst.unit)}`,
    );
    expect(square).toEqual([]);
  },
);
