import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeCoreClient } from '../helpers/core-client.ts';
import { isApiError } from '../../src/errors/api-error.ts';
import { isResponseShapeError } from '../../src/errors/response-shape-error.ts';
import type { Client } from '../../src/transport/transport.ts';
import { specification } from './specification.ts';

/** What one operation sends, and what it makes of the answer. */
export interface Contract {
  /** The operation's own name. */
  readonly name: string;
  /** The operation in Meta's words: `POST /{Phone-Number-ID}/groups`. */
  readonly covers: string;
  readonly call: (client: Client) => Promise<unknown> | AsyncIterable<unknown>;
  /** Method, path and query: `POST /1061/groups?limit=2`. */
  readonly sent: string;
  /** The JSON body, or the fields of a form. */
  readonly body?: unknown;
  /** Default `Bearer`. */
  readonly auth?: 'OAuth' | 'none';
  readonly host?: 'api.facebook.com' | 'lookaside.fbsbx.com';
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `{ success: true }`. */
  readonly reply?: unknown;
  /** What the operation returns. Default: the reply, for lists its `data`; nothing if the reply is the default one. */
  readonly result?: unknown;
  /** For lists that Meta answers whole. */
  readonly onePage?: boolean;
  /** Why the body does not fit Meta's schema: where the specification is wrong. */
  readonly specIsWrong?: string;
  /** Why Meta's examples of an answer belong to another operation of the same path. */
  readonly otherExamples?: string;
}

interface Sent {
  readonly line: string;
  readonly headers: Headers;
  readonly host: string;
  readonly body: unknown;
}

const ids = { phoneNumberId: '1061', wabaId: '1022', appId: '6349', businessPortfolioId: '5069' };

const isList = (value: Promise<unknown> | AsyncIterable<unknown>): value is AsyncIterable<unknown> =>
  Symbol.asyncIterator in value;

/** The texts, numbers and truths in a value, at any depth. */
const leavesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

async function settle(value: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  if (!isList(value)) return value;
  const items: unknown[] = [];
  for await (const item of value) items.push(item);
  return items;
}

async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return request.json();
  if (type.includes('urlencoded')) return Object.fromEntries(new URLSearchParams(await request.text()));
  if (!type.includes('multipart')) return (await request.text()) || undefined;
  const fields = [...(await request.formData())].map(async ([name, value]) => [
    name,
    typeof value === 'string' ? value : { name: value.name, type: value.type, text: await value.text() },
  ]);
  return Object.fromEntries(await Promise.all(fields)) as unknown;
}

/** Runs every contract of a room: what is sent, what comes back, how pages go on, and how refusals and odd answers end. */
export function contractTests(room: string, contracts: readonly Contract[]): void {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const client = makeCoreClient({ accessToken: 'TOKEN', ...ids, retry: false });

  /** Answers calls with these replies, one after another, and notes what was sent. */
  function answering(replies: readonly unknown[], status = 200): Sent[] {
    const seen: Sent[] = [];
    server.use(
      http.all('*', async ({ request }) => {
        const url = new URL(request.url);
        const query = [...url.searchParams].map((pair) => pair.join('=')).join('&');
        const path = decodeURIComponent(url.pathname.replace('/v26.0', ''));
        seen.push({
          line: `${request.method} ${path}${query && `?${query}`}`,
          headers: request.headers,
          host: url.host,
          body: await readBody(request),
        });
        return HttpResponse.json(replies[Math.min(seen.length, replies.length) - 1] as object, { status });
      }),
    );
    return seen;
  }

  describe.each(contracts.map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
    const { reply = { success: true }, covers } = contract;
    const data = (reply as { data?: unknown }).data;

    test('default: sends what Meta documents and gives what Meta answers', async () => {
      const seen = answering([reply]);
      const value = contract.call(client);
      const returned = isList(value) ? data : contract.reply;
      expect(await settle(value)).toEqual('result' in contract ? contract.result : returned);
      expect(seen.map(({ line }) => line)).toEqual([contract.sent]);
      expect(seen[0]?.body).toEqual(contract.body);
      expect(seen[0]?.host).toBe(contract.host ?? 'graph.facebook.com');
      expect(seen[0]?.headers.get('authorization')).toBe(
        contract.auth === 'none' ? null : `${contract.auth ?? 'Bearer'} TOKEN`,
      );
      for (const [header, wanted] of Object.entries(contract.headers ?? {})) {
        expect(seen[0]?.headers.get(header)).toBe(wanted);
      }
    });

    test('error: a refusal carries its code', async () => {
      answering([{ error: { message: 'no', type: 'OAuthException', code: 100, fbtrace_id: 'A1' } }], 400);
      const error: unknown = await settle(contract.call(client)).catch((caught: unknown) => caught);
      expect(isApiError(error, 100)).toBe(true);
    });

    test('error: an answer that is no object is said to be odd', async () => {
      answering([null]);
      const error: unknown = await settle(contract.call(client)).catch((caught: unknown) => caught);
      // A call that may have rung is of unknown outcome; the odd answer is its cause.
      expect(isResponseShapeError(error) || isResponseShapeError((error as Error).cause)).toBe(true);
    });

    const pageAfterPage = async (): Promise<void> => {
      const next = { paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/next' } };
      const seen = answering([{ ...(reply as object), ...next }, reply]);
      const items = (await settle(contract.call(client))) as unknown[];
      const expected = (contract.result ?? data) as unknown[];
      expect(items).toEqual([...expected, ...expected]);
      expect(seen[1]?.line).toMatch(/[?&]after=A$/);
    };
    if (name.startsWith('list') && !contract.onePage)
      test('behavior: goes on to the next page', pageAfterPage);

    const spec = specification?.operation(covers);
    // Without the specification one skipped test stands for all examples, and one for the body.
    const isMissing = specification === undefined;
    const examples = spec?.examples ?? (isMissing ? [undefined] : []);
    if (examples.length > 0 && contract.otherExamples === undefined) {
      test.each(examples)(
        "behavior: reads Meta's own example %#",
        { tags: ['reference'] },
        async (example) => {
          answering([example, { data: [] }]);
          const value = contract.call(client);
          const got = await settle(value);
          if (!('result' in contract)) {
            const whole = contract.reply === undefined ? undefined : example;
            expect(got).toEqual(isList(value) ? (example as { data: unknown }).data : whole);
          } else if (contract.result === undefined) {
            expect(got).toBeUndefined();
          } else {
            // What the operation picks, and renames, from the answer.
            const answered = new Set(leavesOf(example));
            expect(leavesOf(got).length > 0).toBe(answered.size > 0);
            expect(leavesOf(got).filter((leaf) => !answered.has(leaf))).toEqual([]);
          }
        },
      );
    }

    if (contract.body !== undefined && (spec !== undefined || isMissing)) {
      const { specIsWrong } = contract;
      const verdict =
        specIsWrong === undefined ? "fits Meta's schema" : `differs from Meta's schema: ${specIsWrong}`;
      test(`behavior: the body ${verdict}`, { tags: ['reference'] }, () => {
        const problems = spec?.problems(contract.body);
        expect(problems && problems.length > 0).toBe(specIsWrong !== undefined);
      });
    }
  });

  test(`behavior: ${room} names every operation once`, () => {
    const names = contracts.map((contract) => contract.name);
    expect(new Set(names).size).toBe(names.length);
  });
}
