import { describe, expect, test } from 'vitest';
import * as wabakit from 'wabakit/messages';
import type { ContactPayload, TemplateComponent } from 'wabakit/messages';
import { parse } from 'yaml';
import { markAsRead } from '../../../src/api/messages/mark-as-read.ts';
import { validateMessage } from '../../../src/schemas/message.ts';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { hasReference, readReference } from '../../helpers/reference.ts';

type Json = Record<string, unknown>;

/** Every request example of `POST /{phone-number-id}/messages` in Meta's specification, by name. */
function readExamples(): Record<string, Json> {
  const specification = parse(readReference('meta-openapi-v23.yaml'), { maxAliasCount: -1 }) as {
    paths: Record<
      string,
      { post: { requestBody: { content: Record<string, { examples: Record<string, { value: Json }> }> } } }
    >;
  };
  const { examples } =
    specification.paths['/{Version}/{Phone-Number-ID}/messages']!.post.requestBody.content[
      'application/json'
    ]!;
  return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]));
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
const bytes = (value: unknown) => JSON.stringify(sorted(value));

/** The examples that cannot be sent as Meta prints them, and why. */
const wrong: Record<string, string> = {
  'Send Sample Issue Resolution Template':
    'its quick reply texts are the booleans true and false, and such a parameter is a payload',
  'Send Multi-Product Message':
    'its header type is the placeholder <HEADER_TYPE>, where only text is allowed',
  'Send Reply to List Message': 'it lacks type, so that it is a text without text',
};

/** Examples whose links, numbers or titles are placeholders which break a limit; their form is right. */
const placeholder = /http\(s\)|<|\{\{|optional_text/;

/** Builds the content of an example with our builders, from the values in it. */
function rebuild(example: Json): object {
  const type = typeof example['type'] === 'string' ? example['type'] : 'text';
  const part = example[type] as Json;
  switch (type) {
    case 'text':
      return wabakit.text({ body: String(part['body']), previewUrl: part['preview_url'] as boolean });
    case 'image':
      return wabakit.image(part as never);
    case 'video':
      return wabakit.video(part as never);
    case 'audio':
      return wabakit.audio(part as never);
    case 'document':
      return wabakit.document(part as never);
    case 'sticker':
      return wabakit.sticker(part as never);
    case 'location':
      return wabakit.location(part as never);
    case 'contacts':
      return wabakit.contacts(example['contacts'] as ContactPayload[]);
    case 'reaction':
      return wabakit.reaction({ wamid: String(part['message_id']), emoji: String(part['emoji']) });
    case 'template':
      return wabakit.template({
        name: String(part['name']),
        language: (part['language'] as { code: string }).code,
        components: part['components'] as TemplateComponent[],
      });
    default:
      return rebuildInteractive(part);
  }
}

interface Interactive {
  type: string;
  header?: { text?: string; image?: { link: string } };
  body?: { text: string };
  footer?: { text: string };
  action: Json & { parameters?: Json; buttons: { reply: { id: string; title: string } }[] };
}

function rebuildInteractive(value: unknown): object {
  const { type, header, body, footer, action } = value as Interactive;
  const words = { header: header?.text, body: body?.text ?? '', footer: footer?.text };
  const parameters = action.parameters ?? {};
  switch (type) {
    case 'button':
      return wabakit.replyButtons({ ...words, buttons: action.buttons.map(({ reply }) => reply) });
    case 'list':
      return wabakit.list({
        ...words,
        button: action['button'] as string,
        sections: action['sections'] as never,
      });
    case 'catalog_message':
      return wabakit.catalog({
        ...words,
        thumbnailProductRetailerId: parameters['thumbnail_product_retailer_id'] as string,
      });
    case 'product':
      return wabakit.product({
        ...words,
        catalogId: action['catalog_id'] as string,
        productRetailerId: action['product_retailer_id'] as string,
      });
    case 'flow': {
      const payload = parameters['flow_action_payload'] as { screen: string; data: Json };
      return wabakit.flow({
        ...words,
        flow: { id: parameters['flow_id'], name: parameters['flow_name'] } as never,
        button: parameters['flow_cta'] as string,
        token: parameters['flow_token'] as string,
        mode: parameters['mode'] as 'draft',
        action: parameters['flow_action'] as 'navigate',
        screen: payload.screen,
        data: payload.data,
      });
    }
    case 'order_details':
      return wabakit.orderDetails({
        ...words,
        image: header?.image,
        order: parameters as never,
      });
    case 'order_status': {
      const { status, description } = parameters['order'] as { status: 'processing'; description: string };
      return wabakit.orderStatus({
        ...words,
        referenceId: parameters['reference_id'] as string,
        status,
        description,
      });
    }
    default:
      throw new Error(`no builder for ${type}`);
  }
}

/** The envelope of an example, which callers spell as Meta does. */
const getEnvelope = ({ messaging_product, recipient_type, to, context }: Json) => ({
  messaging_product,
  ...(recipient_type !== undefined && { recipient_type }),
  to,
  ...(context !== undefined && { context }),
});

describe('the request examples of Meta’s specification', { tags: ['reference'] }, () => {
  const examples = hasReference ? readExamples() : {};
  const messages = Object.entries(examples).filter(([, example]) => example['status'] === undefined);
  const right = messages.filter(([name]) => wrong[name] === undefined);

  test('default: there are 50: 46 right messages, 3 wrong ones and a read receipt', () => {
    expect(Object.keys(examples)).toHaveLength(50);
    expect(right).toHaveLength(46);
    expect(Object.keys(wrong).filter((name) => examples[name] === undefined)).toEqual([]);
  });

  test.each(right)('behavior: %s is built byte for byte', (_name, example) => {
    const { type: _type, ...built } = { ...getEnvelope(example), ...rebuild(example) } as Json;
    const whole = example['type'] === undefined ? built : { ...built, type: _type };
    expect(bytes(whole)).toBe(bytes(example));
  });

  test.each(right)('behavior: %s passes, but for its placeholders', (_name, example) => {
    const issues = validateMessage(example).filter(({ path }) => {
      const at = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], example);
      return !placeholder.test(JSON.stringify(at ?? ''));
    });
    expect(issues).toEqual([]);
  });

  test.each(Object.entries(wrong))('error: %s is refused: %s', (name) => {
    expect(validateMessage(examples[name])).not.toEqual([]);
  });

  test('behavior: the read receipt with a typing indicator is built byte for byte', async () => {
    const example = examples['Send typing indicator and read receipt']!;
    let sent = '';
    const record: typeof fetch = async (input, init) => {
      sent = await new Request(input, init).text();
      return Response.json({ success: true });
    };
    const client = makeCoreClient({ accessToken: 'token', phoneNumberId: '1', fetch: record });
    await markAsRead(client, { wamid: example['message_id'] as string, typing: true });
    expect(bytes(JSON.parse(sent))).toBe(bytes(example));
  });
});
