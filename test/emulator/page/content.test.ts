import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readButtons,
  readCards,
  readHeader,
  readProducts,
  readSections,
} from '../../../src/emulator/page/content/read-interactive.ts';
import { readFlowForm } from '../../../src/emulator/page/content/read-flow-form.ts';
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
      { type: 'phone_number', text: 'Call now' },
    ]);
  });

  test('default: the sections of a list', () => {
    const sections = [{ title: 'A', rows: [{ id: '1', title: 'One', description: 'first' }] }];
    expect(readSections({ action: { button: 'Choose', sections } })).toEqual(sections);
  });

  test('default: one product, and products by section', () => {
    expect(readProducts({ action: { product_retailer_id: 'P1' } })).toEqual([
      { title: undefined, rows: [{ id: 'P1', title: 'P1' }] },
    ]);
    expect(
      readProducts({
        action: { sections: [{ title: 'S', product_items: [{ product_retailer_id: 'P2' }] }] },
      }),
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
        ];
        expect(texts.every((title) => typeof title === 'string')).toBe(true);
      }),
    );
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
      'Hi! I saw your ad. Is the *Ethiopia* back?',
      'It is! Roasted _this morning_. Shall we put a bag aside for you?',
      'Yirgacheffe, 250 g',
      'How would you like it?',
      'Whole beans',
      'Order',
      'Hi Ana, your order *A-17* ships on Monday. Track it here, or reply if something is wrong.',
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
