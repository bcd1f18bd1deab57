import { describe, expect, test } from 'vitest';
import { createClient, isApiError, isUsageError, type WhatsAppClient } from 'wabakit';
import { createEmulator, type Emulator, type TemplateSeed } from 'wabakit/emulator';
import { replyButtons } from 'wabakit/messages';
import { defineTemplate, templateMessage } from 'wabakit/templates';
import { emulatorWithReceiver } from './helpers.ts';

const ana = '+5511987654321';
const example = { header_handle: ['4::aW1hZ2UvanBlZw==:x'] };
const quickReply = { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] };

const pictured: TemplateSeed = {
  name: 'pictured',
  language: 'en',
  category: 'MARKETING',
  components: [
    { type: 'HEADER', format: 'IMAGE', example },
    { type: 'BODY', text: 'Look.' },
  ],
};
const carousel: TemplateSeed = {
  name: 'cards',
  language: 'en',
  category: 'MARKETING',
  components: [
    { type: 'BODY', text: 'Look.' },
    {
      type: 'CAROUSEL',
      cards: [0, 1].map(() => ({ components: [{ type: 'HEADER', format: 'VIDEO', example }, quickReply] })),
    },
  ],
};

const message = (type: string, content: object) => ({
  messaging_product: 'whatsapp',
  to: ana,
  type,
  [type]: content,
});
const media = (type: string, file: object) => message(type, file);
const templated = (name: string, components: readonly object[]) =>
  message('template', { name, language: { code: 'en' }, components });
const header = (type: string, file: object) => ({ type: 'header', parameters: [{ type, [type]: file }] });
const inCards = (file: object) => ({
  type: 'carousel',
  cards: [{ id: good }, file].map((one, card_index) => ({ card_index, components: [header('video', one)] })),
});
const interactive = (file: object) =>
  message('interactive', {
    type: 'button',
    header: { type: 'document', document: file },
    body: { text: 'Read it' },
    action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
  });

const good = 'GOOD';

/** Every place of a payload that takes a media id. */
const places: readonly [string, (file: object) => object, path: string][] = [
  ['an image', (file) => media('image', file), 'image'],
  ['a video', (file) => media('video', file), 'video'],
  ['an audio', (file) => media('audio', file), 'audio'],
  ['a voice note', (file) => media('audio', { ...file, voice: true }), 'audio'],
  ['a sticker', (file) => media('sticker', file), 'sticker'],
  ['a document', (file) => media('document', file), 'document'],
  ['an interactive header', interactive, 'interactive.header.document'],
  [
    'a template header',
    (file) => templated('pictured', [header('image', file)]),
    'template.components[0].parameters[0].image',
  ],
  [
    'a card of a template',
    (file) => templated('cards', [inCards(file)]),
    'template.components[0].cards[1].components[0].parameters[0].video',
  ],
];

async function start() {
  const stage = await emulatorWithReceiver({ templates: [pictured, carousel] });
  await stage.emulator.phone(ana).say('Hi');
  const upload = async (mimeType: string) => {
    const form = new FormData();
    form.append('messaging_product', 'whatsapp');
    form.append('file', new File([Uint8Array.of(1, 2, 3)], 'file', { type: mimeType }));
    return String((await stage.graph('POST', '{phone}/media', form)).body['id']);
  };
  const video = await upload('video/mp4');
  /** Sends a payload; the reply's code, or the code of the failed status. */
  const send = async (payload: object) => {
    const body = JSON.parse(JSON.stringify(payload).replaceAll(`"${good}"`, `"${video}"`)) as object;
    const { body: reply } = await stage.graph('POST', '{phone}/messages', body);
    if (reply.error) return { in: 'reply', code: reply.error.code, details: reply.error.error_data?.details };
    await stage.emulator.waitForIdle();
    const last = stage.events.at(-1);
    if (last?.kind !== 'status' || last.status !== 'failed') return { in: 'none' };
    const [error] = last.raw.errors ?? [];
    return { in: 'status', code: error?.code, details: error?.error_data?.details };
  };
  return { ...stage, upload, send };
}

describe.each(places)('%s', (_name, make, path) => {
  test('error: an id that is none, or has expired', async () => {
    const { send, upload, emulator } = await start();
    expect(await send(make({ id: '404' }))).toEqual({
      in: 'reply',
      code: 131053,
      details: `${path}.id: Media with the id 404 does not exist or has expired`,
    });
    const old = await upload('application/pdf');
    await emulator.clock.advance('30d');
    await emulator.phone(ana).say('Hi again');
    expect(await send(make({ id: old }))).toMatchObject({ in: 'reply', code: 131053 });
  });

  test('error: the handle of a resumable upload', async () => {
    const { send } = await start();
    expect(await send(make({ id: '4::aW1hZ2UvanBlZw==:ARb' }))).toEqual({
      in: 'reply',
      code: 131053,
      details: `${path}.id: is the handle of a resumable upload, not the id of an upload to /{Phone-Number-ID}/media`,
    });
  });

  test.each([
    'https://scontent.whatsapp.net/v/t61.29466-34/1.jpg?oe=68',
    'https://scontent-gru2-1.cdn.whatsapp.net/a.png',
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
    'HTTPS://LOOKASIDE.FBSBX.COM:443/a',
  ])('error: a link to a host of Meta, %s', async (link) => {
    const { send } = await start();
    expect(await send(make({ link }))).toEqual({
      in: 'status',
      code: 131053,
      details: 'Downloading media from weblink failed with http code 403, status message Forbidden',
    });
  });

  test.each([
    'https://shop.example/lookaside.fbsbx.com/a.png',
    'https://scontent.whatsapp.net.shop.example/a.png',
    'https://shop.example/?from=https://scontent.whatsapp.net/a',
    'https://myscontent.whatsapp.network/a',
  ])('behavior: any other link is taken, %s', async (link) => {
    const { send } = await start();
    expect(await send(make({ link }))).toEqual({ in: 'none' });
  });
});

test.each([
  ['image', 'application/pdf', 'Image', 'image/jpeg, image/png'],
  ['image', 'image/webp', 'Image', 'image/jpeg, image/png'],
  ['video', 'application/pdf', 'Video', 'video/mp4, video/3gpp'],
  ['sticker', 'application/pdf', 'Sticker', 'image/webp'],
  ['sticker', 'image/png', 'Sticker', 'image/webp'],
  ['audio', 'application/pdf', 'Audio', 'audio/aac, audio/amr, audio/mpeg, audio/mp4, audio/ogg'],
  ['voice', 'application/pdf', 'Voice', 'audio/aac, audio/amr, audio/mpeg, audio/mp4, audio/ogg'],
])('error: as %s a file of type %s', async (type, mimeType, title, types) => {
  const { send, upload } = await start();
  const id = await upload(mimeType);
  const payload = type === 'voice' ? media('audio', { id, voice: true }) : media(type, { id });
  expect(await send(payload)).toEqual({
    in: 'status',
    code: 131053,
    details: `Unsupported ${title} mime type ${mimeType}. Please use one of ${types}.`,
  });
});

test('behavior: any uploaded file is taken as a document, and each kind with its own types', async () => {
  const { send, upload } = await start();
  for (const [type, mimeType] of [
    ['document', 'image/png'],
    ['document', 'application/pdf'],
    ['image', 'image/jpeg'],
    ['sticker', 'image/webp'],
    ['video', 'video/3gpp'],
    ['audio', 'audio/ogg; codecs=opus'],
  ] as const)
    expect(await send(media(type, { id: await upload(mimeType) }))).toEqual({ in: 'none' });
});

test.each([
  ['pictured', 'IMAGE', [] as object[]],
  ['pictured', 'IMAGE', [{ type: 'header', parameters: [] }]],
  ['pictured', 'IMAGE', [{ type: 'body', parameters: [] }]],
  [
    'cards',
    'VIDEO',
    [{ type: 'carousel', cards: [0, 1].map((card_index) => ({ card_index, components: [] })) }],
  ],
])('error: %s without its %s header', async (name, format, components) => {
  const { send } = await start();
  expect(await send(templated(name, components))).toEqual({
    in: 'reply',
    code: 132012,
    details: `header: Format mismatch, expected ${format}, received UNKNOWN`,
  });
});

describe('the client', () => {
  const calls: readonly [
    string,
    (client: WhatsAppClient, file: { id: string } | { link: string }) => unknown,
  ][] = [
    ['sendImage', (client, file) => client.messages.sendImage({ to: ana, ...file })],
    ['sendVideo', (client, file) => client.messages.sendVideo({ to: ana, ...file })],
    ['sendAudio', (client, file) => client.messages.sendAudio({ to: ana, ...file })],
    ['sendDocument', (client, file) => client.messages.sendDocument({ to: ana, ...file })],
    ['sendSticker', (client, file) => client.messages.sendSticker({ to: ana, ...file })],
    [
      'send with reply buttons',
      (client, file) =>
        client.messages.send({
          to: ana,
          ...replyButtons({
            header: { type: 'image', image: file },
            body: 'Read it',
            buttons: [{ id: 'yes', title: 'Yes' }],
          }),
        }),
    ],
    [
      'sendTemplate',
      (client, file) =>
        client.messages.sendTemplate({
          to: ana,
          name: 'pictured',
          language: 'en',
          components: [{ type: 'header', parameters: [{ type: 'image', image: file }] }],
        }),
    ],
  ];
  test.each([{ id: '4::aW1hZ2UvanBlZw==:ARb' }, { link: 'https://scontent.whatsapp.net/v/a.jpg' }])(
    'error: a defined template refuses %j as its header',
    (file) => {
      const definition = defineTemplate({
        name: 'pictured',
        language: 'en',
        category: 'marketing',
        header: { format: 'image' },
        body: { text: 'Look.' },
      });
      expect(() => templateMessage(definition, { header: file })).toThrow(
        'id' in file
          ? 'header.id is not a media id'
          : 'header.link is on a host from which Meta cannot fetch',
      );
    },
  );

  const started = async (): Promise<{ emulator: Emulator; client: WhatsAppClient }> => {
    const emulator = await createEmulator();
    return { emulator, client: createClient(emulator.clientOptions) };
  };

  test.each(calls)(
    'error: %s refuses a handle, a URL as id and a link to a host of Meta',
    async (_name, call) => {
      const { emulator, client } = await started();
      for (const file of [
        { id: '4::aW1hZ2UvanBlZw==:ARb' },
        { id: 'https://shop.example/a.jpg' },
        { link: 'https://scontent.whatsapp.net/v/a.jpg' },
        { link: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1' },
      ]) {
        const error: unknown = await Promise.resolve(call(client, file)).catch((reason: unknown) => reason);
        expect(isUsageError(error) && error.issues.map(({ message: text }) => text)).toEqual([
          'id' in file
            ? 'is not a media id, which uploadMedia gives; a URL goes into link, a handle of uploadFile into samples and profile pictures'
            : 'is on a host from which Meta cannot fetch; send the id that uploadMedia gives',
        ]);
      }
      expect(emulator.journal.requests).toEqual([]);
    },
  );

  test('error: reads and deletes of a file refuse a handle and a URL', async () => {
    const { emulator, client } = await started();
    for (const mediaId of ['4::aW1hZ2UvanBlZw==:ARb', 'https://lookaside.fbsbx.com/?mid=1'])
      for (const call of [client.media.get, client.media.delete, client.media.download])
        await expect(call({ mediaId })).rejects.toThrow('mediaId is not a media id, which uploadMedia gives');
    expect(emulator.journal.requests).toEqual([]);
  });

  test('error: an id as the handle of a profile picture', async () => {
    const { client } = await started();
    await expect(client.businessProfile.update({ profilePictureHandle: '1013859600285441' })).rejects.toThrow(
      'profilePictureHandle is not a handle such as 4::aW…, which uploadFile gives',
    );
  });

  test('error: an unknown id comes back with the place and the reason', async () => {
    const { emulator, client } = await started();
    await emulator.phone(ana).say('Hi');
    const error: unknown = await client.messages
      .sendImage({ to: ana, id: '404' })
      .catch((reason: unknown) => reason);
    expect(isApiError(error, 131053) && error.details).toBe(
      'image.id: Media with the id 404 does not exist or has expired',
    );
  });
});
