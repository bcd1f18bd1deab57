import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Public names that were given up before 1.0, as whole words, and what stands in their place. The glossary has them in a column. */
const retired: readonly (readonly [old: string, now: string])[] = [
  ['createBareClient', 'createCoreClient'],
  ['onTry|TryReport', 'onAttempt, AttemptReport'],
  ['serverFaults|TransportFault', 'retryServerErrors, TransportErrorReason'],
  ['RetryClass|CallClass', 'RetryAdvice, Idempotency'],
  ['correlationKey', 'callbackData'],
  ['uploadResumable|uploadPart', 'uploadFile, uploadChunk'],
  ['answerChallenge', 'verifyChallenge'],
  ['ClaimStore|create\\w+ClaimStore', 'IdempotencyStore'],
  [
    'WebhookInbox|InboxStore|create\\w+Inbox|startInboxWorker|DeadWebhook',
    'WebhookQueue, startQueueWorker, DeadLetter',
  ],
  ['webhook inbox|wabakit_inbox', 'wabakit queue, wabakit_queue'],
  ['settleUnknown|create\\w+OutcomeStore', 'createSendTracker, create…SendTrackerStore'],
  ['statusOrder|windowAfter', 'reduceStatus, applyWindowEvent'],
  [
    'not_taken|body_cut|body_used|event_busy',
    'store_failed, body_truncated, body_already_read, event_locked',
  ],
  ['freeServiceUsed|not_recovered', 'freeServiceMessagesUsed, not_on_record'],
  ['joinsByAd|comesBack', 'startFromAd, goOnline'],
  ['FailureRule|emulator\\.settle|emulator\\.fail\\(|by_hand', 'FaultRule, waitForIdle, injectFault, manual'],
  ['EventBase<.*Wire>|\\bWire[A-Z]\\w+', 'raw, Raw…'],
  ['event\\.wire|`wire`', 'event.raw, `raw`'],
  ['\\+\\$\\{event\\.waId', 'client.messages.reply, recipientOf'],
  ['raw door', 'raw API'],
];

const texts = execFileSync(
  'git',
  ['ls-files', 'src', 'examples', 'docs/guides', 'README.md', 'CONTRIBUTING.md', 'scripts'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((name) => /\.(tsx?|mjs|md)$/.test(name))
  .map((name) => ({ name, lines: readFileSync(root + name, 'utf8').split('\n') }));

test.each(retired)('behavior: nothing says %s any more (now: %s)', (old) => {
  const word = new RegExp(`(?<![\\w$])(?:${old})(?![\\w$])`);
  const found = texts.flatMap(({ name, lines }) =>
    lines.flatMap((line, index) => (word.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(texts.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});
