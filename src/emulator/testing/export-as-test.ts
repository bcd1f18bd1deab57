import { at, toList, toObject, toText, type JsonObject } from '../kernel/json.ts';
import { toPhoneMessage } from '../phones/phone-message.ts';
import type { MessageRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Which runner the test is written for. */
export type TestRunner = 'vitest' | 'jest' | 'node';

const imports: Readonly<Record<TestRunner, string>> = {
  vitest: "import { test } from 'vitest';",
  jest: "import { test } from '@jest/globals';",
  node: "import { test } from 'node:test';",
};

const text = (value: unknown): string => JSON.stringify(value);

function parsed(json: string | undefined): JsonObject {
  try {
    const response = Object.entries(toObject(JSON.parse(json ?? '{}')));
    return Object.fromEntries(response.filter(([name]) => name !== 'flow_token'));
  } catch {
    return {};
  }
}

/** What the user did, as a call on the phone. */
function getAction(phone: string, message: MessageRecord): string {
  const { payload, type } = message;
  const content = payload[type];
  const referral = payload['referral'];
  switch (type) {
    case 'text': {
      const body = text(toText(at(content, 'body')));
      return referral === undefined
        ? `await ${phone}.say(${body});`
        : `await ${phone}.startFromAd({ text: ${body} });`;
    }
    case 'button':
      return `await ${phone}.tap(${text(at(content, 'text'))});`;
    case 'interactive': {
      const flow = at(content, 'nfm_reply', 'response_json');
      const permission = at(content, 'call_permission_reply');
      if (permission !== undefined) {
        const permanent = at(permission, 'is_permanent') === true ? ', { permanent: true }' : '';
        return `await ${phone}.answerCallRequest(${text(at(permission, 'response'))}${permanent});`;
      }
      if (at(content, 'nfm_reply', 'name') === 'address_message')
        return `await ${phone}.answerAddressRequest(${text(toObject(parsed(toText(flow))['values']))});`;
      const title = at(content, 'button_reply', 'title') ?? at(content, 'list_reply', 'title');
      return flow === undefined
        ? `await ${phone}.tap(${text(title)});`
        : `await ${phone}.completeFlow(${text(parsed(toText(flow)))});`;
    }
    case 'reaction':
      return `await ${phone}.react(${text(toText(at(content, 'emoji')) ?? '')});`;
    case 'location':
      return `await ${phone}.send(${text({ type, ...toObject(content) })});`;
    case 'contacts':
      if (at(toList(content)[0], 'origin') === 'contact_request')
        return `await ${phone}.answerContactRequest();`;
      return `await ${phone}.send(${text({ type, contacts: content })});`;
    default: {
      const [caption, filename] = [at(content, 'caption'), at(content, 'filename')];
      return `await ${phone}.send(${text({ type, caption, filename })});`;
    }
  }
}

function getExpectation(context: EmulatorContext, message: MessageRecord): string {
  const shown = toPhoneMessage(message, context.state.templates.get(message.templateId ?? ''));
  const expected = {
    to: `+${message.waId}`,
    ...(shown.template === undefined ? { type: shown.type } : { template: shown.template }),
    ...(shown.text === '' ? {} : { text: shown.text }),
  };
  return `expectMessage(emulator, ${text(expected)});`;
}

function steps(context: EmulatorContext, names: ReadonlyMap<string, string>): readonly string[] {
  let now: number | undefined;
  return [...context.state.messages.values()]
    .filter(({ groupId }) => groupId === undefined)
    .flatMap((message) => {
      const passed = message.at - (now ?? message.at);
      now = message.at;
      const step =
        message.direction === 'in'
          ? getAction(names.get(message.waId) ?? '', message)
          : getExpectation(context, message);
      return passed > 0 ? [`await emulator.clock.advance(${passed});`, step] : [step];
    });
}

/** Writes what happened so far as a test: what users did, and what the business sent. */
export function exportAsTest(context: EmulatorContext, runner: TestRunner): string {
  const people = [...new Set([...context.state.messages.values()].map(({ waId }) => waId))];
  const names = new Map(people.map((waId, index) => [waId, `phone${index + 1}`]));
  const templates = [...context.state.templates.values()]
    .filter(({ status }) => status === 'APPROVED')
    .map(({ name, language, category, components }) => ({ name, language, category, components }));
  const body = [
    `const emulator = await createEmulator({ seed: ${context.settings.seed}, templates });`,
    'await connect(emulator);',
    ...[...names].map(([waId, name]) => `const ${name} = emulator.phone('+${waId}');`),
    '',
    ...steps(context, names),
  ];
  return `${imports[runner]}
import { createEmulator, expectMessage, type TemplateSeed } from 'wabakit/emulator';
// Subscribes your bot to the emulator's webhooks, and points its client at the emulator.
import { connect } from './connect.ts';

const templates: readonly TemplateSeed[] = ${JSON.stringify(templates, undefined, 2)};

test('a recorded conversation', async () => {
${body.map((step) => (step === '' ? '' : `  ${step}`)).join('\n')}
});
`;
}
