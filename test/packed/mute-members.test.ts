import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readMembers, saysNoMore, type Member, type Members } from '../helpers/mute-members.ts';
import { createProgramOf } from '../helpers/type-probe.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: ['node'],
  typeRoots: [`${root}node_modules/@types`],
};

const kinds = ['bound', 'handlers', 'own', 'nested'] as const;
const mute = (members: readonly Member[]): string[] =>
  members.filter(({ isMute }) => isMute).map(({ name }) => name);

let members: Members;
beforeAll(() => {
  const entries = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [] : [`${root}${target.import.types.slice('./'.length)}`],
  );
  members = readMembers(ts.createProgram(entries, options), entries, `${root}dist/`);
  for (const kind of kinds)
    console.log(`${kind}: ${mute(members[kind]).length} mute of ${members[kind].length}`);
}, 60_000);

test.each([
  ['bound', 180],
  ['handlers', 30],
  ['own', 500],
] as const)('behavior: in an editor every member says more than its name: %s', (kind, atLeast) => {
  expect(members[kind].length).toBeGreaterThan(atLeast);
  expect(mute(members[kind])).toEqual([]);
});

test('behavior: every own member of options and parameters is in camelCase', () => {
  expect(members.notCamelCase).toEqual([]);
});

const sample = `
/** Settings. */
export interface MakeOptions extends Base {
  /** Milliseconds until it gives up. Default: 30,000. */
  readonly timeout?: number;
  readonly silent?: boolean;
  /** The phone number id. */
  readonly phoneNumberId?: string;
  readonly page_size?: number;
  /** Where the page starts. */
  readonly page?: { readonly offset: number };
}
interface Base {
  /** @default 3 attempts, the first included */
  readonly retries?: number;
  readonly base?: string;
}
/** One of two. */
export type MakeResult =
  | {
      /** The address of what was made. */
      readonly url: string;
      readonly reason?: undefined;
    }
  | { readonly url?: undefined; readonly reason: string };
interface HiddenParams {
  readonly to: string;
}
interface ImagePayload {
  readonly link: string;
}
/** An image. */
export type SendParams = ImagePayload & {
  /** Who gets it. */
  readonly to: string;
};
interface SendOperations {
  /** Sends it. */
  send(params: HiddenParams): void;
  /** Sends anything at once. */
  anything(params: SendParams): void;
  anything(params: MakeOptions): void;
}
export interface WhatsAppClient {
  /** Sends things to people. */
  readonly sending: SendOperations;
  readonly config: { readonly id: string };
}
/** What can be handled. */
export type WebhookHandlers = { readonly [Kind in 'message' | 'status']?: () => void };
`;

test('behavior: the count finds what is mute in a sample', { timeout: 60_000 }, () => {
  const name = `${root}sample/index.d.ts`;
  const found = readMembers(createProgramOf(name, sample, options), [name], `${root}sample/`);
  expect(Object.fromEntries(kinds.map((kind) => [kind, [found[kind].length, ...mute(found[kind])]]))).toEqual(
    {
      bound: [5, 'WhatsAppClient.sending.send', 'WhatsAppClient.sending.anything', 'WhatsAppClient.config'],
      handlers: [2, 'WebhookHandlers.message', 'WebhookHandlers.status'],
      own: [
        10,
        'MakeOptions.silent',
        'MakeOptions.phoneNumberId',
        'Base.base',
        'MakeResult.reason',
        'HiddenParams.to',
      ],
      nested: [3, 'MakeOptions.page_size', 'MakeOptions.page.offset', 'ImagePayload.link'],
    },
  );
  expect(found.notCamelCase).toEqual(['MakeOptions.page_size']);
});

test.each([
  ['phoneNumberId', '', true],
  ['phoneNumberId', 'The phone number id.', true],
  ['phoneNumberIds', 'Ids of the phone numbers.', true],
  ['url', 'The url of this.', true],
  ['phoneNumberId', 'The id of the business number to send from.', false],
  ['timeout', 'Milliseconds.', false],
])('behavior: %s with the docstring "%s" is mute: %s', (name, doc, expected) => {
  expect(saysNoMore(name, doc)).toBe(expected);
});
