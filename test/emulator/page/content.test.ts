import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readButtons,
  readCards,
  readHeader,
  readProducts,
  readSections,
  readTemplateProducts,
} from '../../../src/emulator/page/content/read-interactive.ts';
import { readFlowForm } from '../../../src/emulator/page/content/read-flow-form.ts';
import { readAddressForm } from '../../../src/emulator/page/content/read-address.ts';
import { readReply } from '../../../src/emulator/page/content/read-reply.ts';
import { summary } from '../../../src/emulator/page/content/summary.ts';
import { getFileKind } from '../../../src/emulator/page/conversation/file-kind.ts';
import { toBase64 } from '../../../src/shared/bytes.ts';
import { unread } from '../../../src/emulator/page/conversation/unread.ts';
import { silentVoiceNote } from '../../../src/emulator/page/conversation/voice-note.ts';
import type { FlowField } from '../../../src/emulator/page/protocol/protocol.ts';
import { bubble, user, scene, text } from './scene.ts';

describe('readInteractive', () => {
  test('default: reply buttons with their ids', () => {
    const action = { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] };
    expect(readButtons({ type: 'button', action })).toEqual([
      { type: 'quick_reply', id: 'yes', text: 'Yes' },
    ]);
  });

  test('default: a link, a Flow and a call button', () => {
    expect(
      readButtons({
        type: 'cta_url',
        action: { parameters: { display_text: 'Go', url: 'https://a.example' } },
      }),
    ).toEqual([{ type: 'url', text: 'Go', target: 'https://a.example' }]);
    expect(readButtons({ type: 'flow', action: { parameters: { flow_cta: 'Fill in' } } })).toEqual([
      { type: 'flow', text: 'Fill in' },
    ]);
    expect(readButtons({ type: 'voice_call', action: {} })).toEqual([
      { type: 'voice_call', text: 'Call now' },
    ]);
  });

  test('default: the sections of a list', () => {
    const sections = [{ title: 'A', rows: [{ id: '1', title: 'One', description: 'first' }] }];
    expect(readSections({ action: { button: 'Choose', sections } })).toEqual(sections);
  });

  test('default: one product, and products by section', () => {
    expect(readProducts({ product_retailer_id: 'P1' })).toEqual([
      { title: undefined, rows: [{ id: 'P1', title: 'P1' }] },
    ]);
    expect(
      readProducts({ sections: [{ title: 'S', product_items: [{ product_retailer_id: 'P2' }] }] }),
    ).toEqual([{ title: 'S', rows: [{ id: 'P2', title: 'P2' }] }]);
  });

  test('default: the cards of a carousel', () => {
    const card = {
      type: 'cta_url',
      header: { type: 'image', image: { link: 'https://a.example/1.png' } },
      body: { text: 'One' },
      action: { parameters: { display_text: 'Go', url: 'https://a.example' } },
    };
    expect(readCards({ action: { cards: [card] } })).toEqual([
      {
        header: { format: 'image', text: undefined, media: undefined, link: 'https://a.example/1.png' },
        body: 'One',
        buttons: [{ type: 'url', text: 'Go', target: 'https://a.example' }],
      },
    ]);
  });

  test('default: the cards of a product carousel, the picture of a catalog, the products of template buttons', () => {
    const rows = (...ids: string[]) => [{ title: undefined, rows: ids.map((id) => ({ id, title: id })) }];
    const cards = ['P1', 'P2'].map((id) => ({ type: 'product', action: { product_retailer_id: id } }));
    expect(readProducts({ cards })).toEqual(rows('P1', 'P2'));
    expect(readProducts({ parameters: { thumbnail_product_retailer_id: 'P3' } })).toEqual(rows('P3'));
    const sections = [{ title: 'S', product_items: [{ product_retailer_id: 'P4' }] }];
    const components = [
      { type: 'header', parameters: [{ type: 'product', product: { product_retailer_id: 'P5' } }] },
      { type: 'BUTTON', index: '1', parameters: [{ type: 'action', action: { sections } }] },
    ];
    expect(readTemplateProducts({ components }, 1)).toEqual([
      { title: 'S', rows: [{ id: 'P4', title: 'P4' }] },
      ...rows('P5'),
    ]);
    expect(readTemplateProducts({ components }, 0)).toEqual(rows('P5'));
  });

  test('behavior: reply buttons on a card that says cta_url are replies', () => {
    const action = { buttons: [{ type: 'quick_reply', quick_reply: { id: 'c1', title: 'Take it' } }] };
    expect(readCards({ action: { cards: [{ type: 'cta_url', action }] } })[0]?.buttons).toEqual([
      { type: 'quick_reply', id: 'c1', text: 'Take it' },
    ]);
  });

  test('behavior: a header of an unknown kind is none', () => {
    expect(readHeader({ type: 'hologram' })).toBeUndefined();
  });

  test('behavior: whatever comes, nothing throws and texts stay texts', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const texts = [
          ...readButtons(value).map((button) => button.text),
          ...readSections(value).flatMap(({ rows }) => rows.map(({ title }) => title)),
          ...readProducts(value).flatMap(({ rows }) => rows.map(({ title }) => title)),
          ...readCards(value).flatMap(({ buttons }) => buttons.map((button) => button.text)),
          readReply(value).title,
          ...readAddressForm(value, { name: 'Ana', waId: '55' }).fields.map((one) => one.value),
        ];
        expect(texts.every((title) => typeof title === 'string')).toBe(true);
      }),
    );
  });
});

describe('readAddressForm', () => {
  const priya = { name: 'Priya Raman', waId: '919876543210' };
  const ask = (parameters: object) => ({ action: { parameters } });

  test('default: the fields of India, filled in with what the user and the business know', () => {
    const { fields, saved } = readAddressForm(
      ask({
        country: 'IN',
        values: { city: 'Delhi' },
        validation_errors: { in_pin_code: 'We do not deliver there.' },
        saved_addresses: [{ id: 'a1', value: { address: '1 Ring Road', city: 'Pune' } }],
      }),
      priya,
    );
    expect(fields.map(({ name, value, error }) => [name, value, error])).toEqual([
      ['name', 'Priya Raman', undefined],
      ['phone_number', '+919876543210', undefined],
      ['in_pin_code', '', 'We do not deliver there.'],
      ['house_number', '', undefined],
      ['floor_number', '', undefined],
      ['tower_number', '', undefined],
      ['building_name', '', undefined],
      ['address', '', undefined],
      ['landmark_area', '', undefined],
      ['city', 'Delhi', undefined],
      ['state', '', undefined],
    ]);
    expect(saved).toEqual([
      { id: 'a1', values: { address: '1 Ring Road', city: 'Pune' }, summary: '1 Ring Road, Pune' },
    ]);
  });

  test('default: the fields of Singapore, and of a country without a form what the message names', () => {
    const names = (parameters: object) =>
      readAddressForm(ask(parameters), priya).fields.map(({ name, label }) => `${name}: ${label}`);
    expect(names({ country: 'SG' })).toEqual([
      'name: Name',
      'phone_number: Phone number',
      'sg_post_code: Post code',
      'unit_number: Unit number',
      'address: Address',
      'city: City',
    ]);
    expect(names({ country: 'BR', values: { name: 'P', zip_code: '1' } })).toEqual([
      'name: Name',
      'phone_number: Phone number',
      'zip_code: zip code',
    ]);
  });
});

describe('readReply', () => {
  test.each([
    [{ type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } }, { title: 'Yes' }],
    [
      { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } },
      { title: 'Form sent', description: '{}' },
    ],
    [
      { type: 'nfm_reply', nfm_reply: { name: 'address_message', body: 'Ana, Rua 1' } },
      { title: 'Address', description: 'Ana, Rua 1' },
    ],
    [
      { type: 'call_permission_reply', call_permission_reply: { response: 'accept', is_permanent: true } },
      { title: 'Calls allowed', description: 'Always' },
    ],
    [
      { type: 'call_permission_reply', call_permission_reply: { response: 'accept', is_permanent: false } },
      { title: 'Calls allowed', description: 'For 7 days' },
    ],
    [
      { type: 'call_permission_reply', call_permission_reply: { response: 'reject' } },
      { title: 'Calls not allowed' },
    ],
    [{ type: 'payment_method' }, { title: 'payment_method' }],
  ])('default: %j', (interactive, reply) => {
    expect(readReply(interactive)).toEqual(reply);
  });
});

describe('readFlowForm', () => {
  const field = (name: string, kind: FlowField['kind']): FlowField => ({
    name,
    kind,
    label: name,
    required: false,
  });

  test('default: texts, yes and no, one choice and several', () => {
    const data = new FormData();
    data.set('street', 'Rua 1');
    data.set('terms', 'on');
    data.append('extras', 'ice');
    data.append('extras', 'cup');
    expect(
      readFlowForm(
        [
          field('street', 'text'),
          field('terms', 'checkbox'),
          field('more', 'checkbox'),
          field('extras', 'choices'),
          field('slot', 'choice'),
        ],
        data,
      ),
    ).toEqual({ street: 'Rua 1', terms: true, more: false, extras: ['ice', 'cup'], slot: '' });
  });
});

describe('summary', () => {
  test('default: a line for every kind', () => {
    const lines = scene()
      .users.slice(0, 2)
      .flatMap(({ bubbles }) => bubbles.map(summary));
    expect(lines.slice(0, 7)).toEqual([
      'Hi! I saw your ad. Is the Ethiopia back?',
      'It is! Roasted this morning. Shall we put a bag aside for you?',
      'Yirgacheffe, 250 g',
      'How would you like it?',
      'Whole beans',
      'Order',
      'Hi Ana, your order A-17 ships on Monday. Track it here, or reply if something is wrong.',
    ]);
    expect(lines).toContain('Location');
    expect(lines).toContain('hologram');
  });
});

describe('unread', () => {
  test('default: delivered messages of the business that nobody read', () => {
    const bubbles = [
      text('1', { state: 'delivered' }),
      text('2', { state: 'sent' }),
      text('3', { state: 'read' }),
      bubble({ content: { type: 'text' }, from: 'user', state: 'delivered' }),
    ];
    expect(unread(user({ waId: '1', name: 'One', bubbles }))).toBe(1);
  });
});

describe('files', () => {
  test.each([
    ['image/png', 'image'],
    ['video/mp4', 'video'],
    ['audio/ogg; codecs=opus', 'audio'],
    ['application/pdf', 'document'],
    ['', 'document'],
  ])('default: %s goes as %s', (mimeType, kind) => {
    expect(getFileKind(mimeType)).toBe(kind);
  });

  test('behavior: base64 of any length is that of Node', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 7) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  test('default: the silent voice message is Ogg with an Opus head and an end', () => {
    const note = Buffer.from(silentVoiceNote(3));
    expect(note.subarray(0, 4).toString()).toBe('OggS');
    expect(note.subarray(28, 36).toString()).toBe('OpusHead');
    const last = note.lastIndexOf('OggS');
    expect(note[last + 5]).toBe(4);
    expect(note.readBigUInt64LE(last + 6)).toBe(144_000n);
  });
});
