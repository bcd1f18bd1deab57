import { describe, expect, test } from 'vitest';
import { createClient, describeErrorCode, isApiError, type ApiError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { getErrorCodeTable, getSubcodeTable } from '../../src/errors/code-table.ts';

const to = '+5511987654321';

/** Every row as a code and a subcode: rows of seven digits are subcodes of code 100. */
const rows = [
  ...getErrorCodeTable().map(([code]) => {
    const first = typeof code === 'number' ? code : code[0];
    return first >= 1_000_000 ? { code: 100, subcode: first } : { code: first, subcode: undefined };
  }),
  ...getSubcodeTable().flatMap(([codes, subcode]) => codes.map((code) => ({ code, subcode }))),
];

async function refuse(fault: {
  code: number;
  subcode?: number | undefined;
  details?: string;
  userMessage?: string;
  userTitle?: string;
}) {
  const emulator = await createEmulator();
  const client = createClient({ ...emulator.clientOptions });
  emulator.injectFault({ ...fault, as: 'reply' });
  const error: unknown = await client.messages
    .sendText({ to, body: 'Hi' }, { totalTimeout: 1 })
    .catch((reason: unknown) => reason);
  if (!isApiError(error)) throw new Error('no refusal', { cause: error });
  return error;
}

const textsOf = (error: ApiError) => [error.details, error.userMessage].filter((text) => text !== undefined);

describe.each(rows)('$code with subcode $subcode', ({ code, subcode }) => {
  test('default: the error of an answer carries the row', async () => {
    const error = await refuse({ code, subcode });
    const info = describeErrorCode(code, subcode);
    expect([error.code, error.subcode, error.hint, error.codeKind, error.retry]).toEqual([
      code,
      subcode,
      info?.hint,
      info?.kind,
      info?.retry,
    ]);
    expect(error.title).toBe(info?.title);
    expect(isApiError(error, code, subcode)).toBe(true);
    expect(isApiError(error, code, (subcode ?? 0) + 1)).toBe(false);
  });

  test('behavior: what its hint points at is on the error and in what is printed', async () => {
    const error = await refuse({ code, subcode });
    const hint = error.hint ?? '';
    if (/Meta names/.test(hint)) {
      const [text] = textsOf(error);
      expect(text).toMatch(/^.{20,}$/s);
      expect(error.message).toContain(text);
    }
    for (const field of hint.match(/\b(?:fbtraceId|details|userMessage|retryAfter)\b/g) ?? [])
      expect(error).toHaveProperty(field, expect.any(String));
    expect(hint).not.toMatch(/error_data|error_user_msg|fbtrace_id|X-[A-Z]\w+-/);
  });

  test('behavior: every text of Meta is on the error and in what is printed', async () => {
    const texts = { details: 'The cause', userTitle: 'The title', userMessage: 'Told to people' };
    const error = await refuse({ code, subcode, ...texts });
    expect([error.details, error.title, error.userMessage]).toEqual([
      'The cause',
      'The title',
      'Told to people',
    ]);
    expect(error.message.split('\n').slice(1, 3)).toEqual(['  The cause', '  Told to people']);
  });
});

test('behavior: subcodes of one code have kinds, titles and hints of their own', () => {
  const reasons: [number, number[]][] = [
    [100, [33, 2388023, 2388024, 2388273, 2388293, 2388299, 2593002]],
    [190, [458, 459, 460, 463, 464, 467, 492]],
  ];
  for (const [code, subcodes] of reasons) {
    const plain = describeErrorCode(code);
    const infos = subcodes.map((subcode) => describeErrorCode(code, subcode));
    for (const field of ['title', 'hint'] as const)
      expect(new Set([plain, ...infos].map((info) => info?.[field])).size).toBe(subcodes.length + 1);
  }
  expect(describeErrorCode(100)?.kind).toBe('request');
  expect([33, 2593002, 2388299, 2390008].map((subcode) => describeErrorCode(100, subcode)?.kind)).toEqual([
    'not_found',
    'not_found',
    'template',
    'throttle',
  ]);
});

test('behavior: a name that is being deleted says so in what the user prints', async () => {
  const emulator = await createEmulator();
  const client = createClient(emulator.clientOptions);
  const definition = {
    name: 'shipped',
    language: 'en',
    category: 'utility',
    body: { text: 'Your order has left us.' },
  } as const;
  await client.templates.create(definition);
  await client.templates.delete({ name: 'shipped' });
  const error: unknown = await client.templates.create(definition).catch((reason: unknown) => reason);
  expect(isApiError(error, 100, 2388023)).toBe(true);
  expect(String(error).split('\n')).toEqual([
    'ApiError: WhatsApp refused the call with code 100 (subcode 2388023): (#100) Invalid parameter',
    "  New content for this language can't be added while the existing content is being deleted. Try again in 30 days or use another name.",
    '  Wait 30 days or use another name',
    expect.stringMatching(/^ {2}fbtrace_id A\S+$/),
    '  See https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
  ]);
});
