import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { type Mode, modes, type Outcomes } from './callback-modes.ts';
import { promise, report } from './promise.ts';

/** The same outcome in every mode. */
const always = (outcome: string): Outcomes => ({
  throws: outcome,
  rejects: outcome,
  'never ends': outcome,
});
const fails = (outcome: string, neverEnding: string): Outcomes => ({
  ...always(outcome),
  'never ends': neverEnding,
});

/** Callbacks that have no say: the outcome is that of a well-behaved one. */
const harmless: Readonly<Record<string, Outcomes>> = {
  'client logger.debug': always('accepted'),
  'client logger.warn': always('api'),
  'client onAttempt': always('accepted'),
  'transport onAttempt, accepted': always('accepted'),
  'transport onAttempt, refused': always('api'),
  explainCode: always('api'),
  'webhook logger': always('200, 1 handled'),
  'webhook logger, unsigned': always('401, 0 handled'),
  'webhook onError': always('200, 0 handled'),
  'webhook onError, unsigned': always('401, 0 handled'),
  waitUntil: always('200, 1 handled'),
  'recorder.record': always('200, 1 handled'),
  'identities.resolve': always('200, 1 handled'),
  'worker onError': always('1 attempt, 1 dead letter'),
  'Flow onError': always('432'),
  'Flow onError, over node:http': always('432'),
  'emulator.subscribe': always('said, 1 answered'),
  'match of a fault': always('said, 1 answered'),
};

/** Callbacks whose result decides: a clear error, within the time limit of the call. */
const decisive: Readonly<Record<string, Outcomes>> = {
  'handler of an event': always('200, 0 handled'),
  'dedupe.acquire': always('200, 0 handled'),
  'webhook.idle of the emulator': fails('said, 1 answered', 'IdleTimeoutError, 1 answered'),
  accessToken: fails('usage', 'transport'),
  appSecretProof: fails('usage', 'transport'),
  'host.authorize': fails('usage', 'transport'),
  messagesPerSecond: always('usage'),
  fetch: always('outcome_unknown'),
  'engine.exchange': always('outcome_unknown'),
  'file of an upload': fails('usage', 'transport'),
  'stream of an upload': always('outcome_unknown'),
  'appSecret of a webhook': always('503, 0 handled'),
  'verifyToken of a webhook': always('503'),
  'tenant of a webhook': always('503, 0 handled'),
  'queue.enqueue': always('503, 0 handled'),
};

let found: { readonly outcomes: Readonly<Record<string, Outcomes>>; readonly deaths: number };

beforeAll(async () => {
  const child = fileURLToPath(new URL('callbacks-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', child]);
  found = JSON.parse(stdout) as typeof found;
}, 120_000);

const pick = (name: string, mode: Mode): string | undefined => found.outcomes[name]?.[mode];

test.each(Object.entries(harmless))('behavior: %s changes no outcome', (name, expected) => {
  for (const mode of modes) expect(`${mode}: ${pick(name, mode)}`).toBe(`${mode}: ${expected[mode]}`);
});

test.each(Object.entries(decisive))('error: %s that fails gives its own outcome', (name, expected) => {
  for (const mode of modes) expect(`${mode}: ${pick(name, mode)}`).toBe(`${mode}: ${expected[mode]}`);
});

test(promise('callbacks-change-nothing', '0 of 99 end the process'), () => {
  const names = Object.keys(found.outcomes);
  report(`callbacks: ${names.length} x ${modes.length}, ${found.deaths} would have ended the process`);
  expect(names.toSorted()).toEqual([...Object.keys(harmless), ...Object.keys(decisive)].toSorted());
  expect(names.length * modes.length).toBe(99);
  expect(found.deaths).toBe(0);
});
