import { expect, test } from 'vitest';
import { createEmulator } from 'wabakit/emulator';
import { smallest } from '../flows/json/samples.ts';
import { getGraph } from './helpers.ts';

const ana = '+5511987654321';
const action = (name: string, parameters?: object) => ({ name, ...(parameters && { parameters }) });
const body = { text: 'Choose' };
const link = 'https://shop.example/a.jpg';
const card = (index: number) => ({
  card_index: index,
  type: 'cta_url',
  header: { type: 'image', image: { link } },
  body: { text: `Card ${index}` },
  action: action('cta_url', { display_text: 'Open', url: 'https://shop.example' }),
});

// One payload of each kind that goes over the raw.
const kinds: Record<string, object> = {
  text: { type: 'text', text: { body: 'Hi', preview_url: true } },
  'text, the default type': { text: { body: 'Hi' } },
  image: { type: 'image', image: { link, caption: 'Look' } },
  video: { type: 'video', video: { link } },
  audio: { type: 'audio', audio: { link, voice: true } },
  document: { type: 'document', document: { link, filename: 'a.pdf' } },
  sticker: { type: 'sticker', sticker: { link } },
  location: { type: 'location', location: { latitude: -23.5, longitude: -46.6, name: 'Centro' } },
  contacts: { type: 'contacts', contacts: [{ name: { formatted_name: 'Bo', first_name: 'Bo' } }] },
  button: {
    type: 'interactive',
    interactive: {
      type: 'button',
      body,
      action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
    },
  },
  list: {
    type: 'interactive',
    interactive: {
      type: 'list',
      body,
      action: { button: 'Open', sections: [{ title: 'S', rows: [{ id: 'a', title: 'A' }] }] },
    },
  },
  cta_url: {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body,
      action: action('cta_url', { display_text: 'Open', url: 'https://shop.example' }),
    },
  },
  location_request: {
    type: 'interactive',
    interactive: { type: 'location_request_message', body, action: action('send_location') },
  },
  flow: {
    type: 'interactive',
    interactive: {
      type: 'flow',
      body,
      action: action('flow', { flow_message_version: '3', flow_name: 'Booking', flow_cta: 'Start' }),
    },
  },
  product: {
    type: 'interactive',
    interactive: { type: 'product', action: { catalog_id: '1', product_retailer_id: 'SKU' } },
  },
  product_list: {
    type: 'interactive',
    interactive: {
      type: 'product_list',
      header: { type: 'text', text: 'Shop' },
      body,
      action: {
        catalog_id: '1',
        sections: [{ title: 'S', product_items: [{ product_retailer_id: 'SKU' }] }],
      },
    },
  },
  catalog: {
    type: 'interactive',
    interactive: { type: 'catalog_message', body, action: action('catalog_message') },
  },
  carousel: {
    type: 'interactive',
    interactive: { type: 'carousel', body, action: { cards: [card(0), card(1)] } },
  },
  voice_call: {
    type: 'interactive',
    interactive: { type: 'voice_call', body, action: action('voice_call', { display_text: 'Call' }) },
  },
  call_permission: {
    type: 'interactive',
    interactive: { type: 'call_permission_request', action: action('call_permission_request') },
  },
  contact_info: {
    type: 'interactive',
    interactive: { type: 'request_contact_info', body, action: action('request_contact_info') },
  },
};

test.each(Object.entries(kinds))('default: %s is taken, delivered and shown', async (_name, content) => {
  const emulator = await createEmulator();
  const phone = emulator.phone(ana);
  await phone.say('Hi');
  const graph = getGraph(emulator);
  const flow_json = JSON.stringify(smallest());
  await graph('POST', '{waba}/flows', { name: 'Booking', categories: ['OTHER'], flow_json, publish: true });
  const { status, body: reply } = await graph('POST', '{phone}/messages', {
    messaging_product: 'whatsapp',
    to: ana,
    ...content,
  });
  expect(reply.error?.error_data?.details).toBeUndefined();
  expect(status).toBe(200);
  await emulator.waitForIdle();
  expect(phone.inbox).toHaveLength(1);
  expect(phone.lastMessage).toMatchObject({ state: 'delivered', payload: content });
});

test('behavior: a reaction is sent and nothing more, and costs nothing', async () => {
  const emulator = await createEmulator();
  const message_id = await emulator.phone(ana).say('Hi');
  const reaction = {
    messaging_product: 'whatsapp',
    to: ana,
    type: 'reaction',
    reaction: { message_id, emoji: '👍' },
  };
  expect((await getGraph(emulator)('POST', '{phone}/messages', reaction)).status).toBe(200);
  await emulator.waitForIdle();
  expect(emulator.counts).toMatchObject({ sent: 1, delivered: 0 });
  expect(emulator.bill().lines).toEqual([]);
});

test('behavior: a BSUID placed in `to` is taken and goes nowhere, as at Meta', async () => {
  const emulator = await createEmulator();
  const bo = emulator.phone(ana, { bsuid: 'BR.123' });
  await bo.say('Hi');
  const { status } = await getGraph(emulator)('POST', '{phone}/messages', {
    messaging_product: 'whatsapp',
    to: 'BR.123',
    type: 'text',
    text: { body: 'Hi' },
  });
  await emulator.waitForIdle();
  expect([status, bo.inbox.length, emulator.counts.sent]).toEqual([200, 0, 0]);
});
