import type {
  Bubble,
  UserView,
  JournalEntryView,
  PhoneState,
  TemplateView,
} from '../../../src/emulator/page/protocol/protocol.ts';

/** Sunday, 22 November 2026, 14:05 UTC. */
export const now = Date.UTC(2026, 10, 22, 14, 5);
const minute = 60_000;
const hour = 60 * minute;

/** What somebody unkind would write. */
export const hostileTexts = [
  '<img src=x onerror="window.hacked = 1">',
  '<script>window.hacked = 1</script>',
  '</script><script>window.hacked = 1</script>',
  'javascript:window.hacked=1',
  '"><svg onload=window.hacked=1>',
  '*<b onmouseover=window.hacked=1>*',
  '{{constructor.constructor("window.hacked=1")()}}',
  '\u202Egnp.exe\u202C',
];

let count = 0;

/** A bubble with what a test does not care about filled in. */
export function bubble(parts: Partial<Bubble> & Pick<Bubble, 'content'>): Bubble {
  count += 1;
  return {
    wamid: `wamid.${String(count).padStart(4, '0')}`,
    from: 'business',
    at: now - (60 - count) * minute,
    state: (parts.from ?? 'business') === 'business' ? 'read' : undefined,
    reactions: [],
    ...parts,
  };
}

export const text = (body: string, parts: Partial<Bubble> = {}): Bubble =>
  bubble({ content: { type: 'text', text: { body } }, ...parts });

const fromUser = { from: 'user', state: undefined } as const;

export function user(parts: Partial<UserView> & Pick<UserView, 'waId' | 'name'>): UserView {
  return { bubbles: [], windows: {}, promotionsStopped: false, ...parts };
}

const picture = { id: 'picture', mimeType: 'image/png', filename: 'beans.png', size: 84_000 };

const order = (): Bubble =>
  bubble({
    content: {
      type: 'order',
      order: {
        catalog_id: '1',
        product_items: [
          { product_retailer_id: 'ETHIOPIA-250', quantity: 2, item_price: 14.5, currency: 'BRL' },
        ],
      },
    },
    ...fromUser,
  });

const anaBubbles = (): Bubble[] => {
  const question = text('Hi! I saw your ad. Is the *Ethiopia* back?', {
    ...fromUser,
    content: {
      type: 'text',
      text: { body: 'Hi! I saw your ad. Is the *Ethiopia* back?' },
      referral: {
        headline: 'Fresh coffee, roasted today',
        body: 'Chat with us and get 10 % off your first bag.',
      },
    },
  });
  return [
    question,
    text('It is! Roasted _this morning_. Shall we put a bag aside for you?', {
      quotes: question.wamid,
      price: { category: 'service', type: 'free_customer_service', billable: false },
      reactions: [{ from: 'user', emoji: '❤️' }],
    }),
    bubble({
      content: { type: 'image', image: { id: 'picture', caption: 'Yirgacheffe, 250 g' } },
      media: picture,
    }),
    bubble({
      content: {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'How would you like it?' },
          footer: { text: 'You can change your mind until 18:00' },
          action: {
            buttons: [
              { type: 'reply', reply: { id: 'beans', title: 'Whole beans' } },
              { type: 'reply', reply: { id: 'ground', title: 'Ground' } },
            ],
          },
        },
      },
    }),
    bubble({
      content: {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'beans', title: 'Whole beans' } },
      },
      ...fromUser,
    }),
    order(),
    bubble({
      content: { type: 'template', template: {} },
      state: 'delivered',
      price: {
        category: 'utility',
        type: 'regular',
        billable: true,
        amount: { currency: 'USD', scaledAmount: 68, scale: 4 },
      },
      template: {
        name: 'order_update',
        language: 'en',
        category: 'UTILITY',
        header: { format: 'text', text: 'Order A-17' },
        body: 'Hi Ana, your order *A-17* ships on Monday. Track it here, or reply if something is wrong.',
        footer: 'Corner Coffee',
        buttons: [
          { type: 'url', text: 'Track', target: 'https://shop.example/t/A-17' },
          { type: 'quick_reply', text: 'Something is wrong' },
        ],
      },
    }),
  ];
};

const everyKind = (): Bubble[] => [
  text('*bold* _italic_ ~strike~ `code` and ```a block\nof code``` then https://wabakit.example/a?b=c'),
  bubble({
    content: { type: 'audio', audio: { id: 'voice', voice: true } },
    media: { id: 'voice', mimeType: 'audio/ogg; codecs=opus', size: 9000 },
    ...fromUser,
  }),
  bubble({
    content: { type: 'document', document: { filename: 'Invoice 2026-11.pdf' } },
    media: { id: 'invoice', mimeType: 'application/pdf', filename: 'Invoice 2026-11.pdf', size: 184_000 },
    state: 'sent',
  }),
  bubble({ content: { type: 'video', video: { link: 'https://cdn.example/roasting.mp4' } } }),
  bubble({ content: { type: 'sticker', sticker: { id: 'picture' } }, media: picture, ...fromUser }),
  bubble({
    content: {
      type: 'location',
      location: {
        latitude: -23.5417,
        longitude: -46.6293,
        name: 'Mercado Municipal',
        address: 'Rua da Cantareira 306, São Paulo',
      },
    },
    ...fromUser,
  }),
  bubble({
    content: {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Bruno Lima' },
          phones: [{ phone: '+55 21 98765-0000' }],
          org: { company: 'Corner Coffee' },
        },
      ],
    },
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'list',
        header: { type: 'text', text: 'Delivery' },
        body: { text: 'Pick a time slot for tomorrow.' },
        action: {
          button: 'See the slots',
          sections: [
            {
              title: 'Morning',
              rows: [
                { id: 's1', title: '08:00 to 10:00', description: 'Before the rain' },
                { id: 's2', title: '10:00 to 12:00' },
              ],
            },
            {
              title: 'Evening',
              rows: [{ id: 's3', title: '18:00 to 20:00', description: 'Leave it with the neighbour' }],
            },
          ],
        },
      },
    },
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'list_reply',
        list_reply: { id: 's3', title: '18:00 to 20:00', description: 'Leave it with the neighbour' },
      },
    },
    ...fromUser,
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'See how we roast.' },
        action: {
          name: 'cta_url',
          parameters: { display_text: 'Watch', url: 'https://wabakit.example/roast' },
        },
      },
    },
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'flow',
        body: { text: 'Tell us where to deliver.' },
        action: { name: 'flow', parameters: { flow_cta: 'Enter the address' } },
      },
    },
    flow: [
      { name: 'street', label: 'Street and number', kind: 'text', required: true },
      { name: 'day', label: 'Day', kind: 'date', required: false },
      {
        name: 'slot',
        label: 'Time',
        kind: 'choice',
        required: true,
        options: [
          { id: 'am', title: 'Morning' },
          { id: 'pm', title: 'Evening' },
        ],
      },
      {
        name: 'extras',
        label: 'Extras',
        kind: 'choices',
        required: false,
        options: [
          { id: 'ice', title: 'Ice' },
          { id: 'cup', title: 'Cup' },
        ],
      },
      { name: 'terms', label: 'I have read the terms', kind: 'checkbox', required: true },
    ],
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'product_list',
        header: { type: 'text', text: 'This week' },
        body: { text: 'Our beans of the week.' },
        action: {
          catalog_id: '1',
          sections: [
            {
              title: 'Single origin',
              product_items: [
                { product_retailer_id: 'ETHIOPIA-250' },
                { product_retailer_id: 'COLOMBIA-250' },
              ],
            },
          ],
        },
      },
    },
  }),
  bubble({
    content: { type: 'template', template: {} },
    price: {
      category: 'marketing',
      type: 'regular',
      billable: true,
      amount: { currency: 'USD', scaledAmount: 625, scale: 4 },
    },
    template: {
      name: 'beans_of_the_week',
      language: 'en',
      category: 'MARKETING',
      body: 'Three beans that taste of autumn:',
      buttons: [],
      cards: ['Ethiopia', 'Colombia', 'Sumatra'].map((name) => ({
        header: { format: 'image', media: picture },
        body: `*${name}*, 250 g`,
        buttons: [
          { type: 'quick_reply', text: `Take ${name}` },
          { type: 'url', text: 'Details', target: `https://shop.example/${name}` },
        ],
      })),
    },
  }),
  bubble({
    content: {
      type: 'interactive',
      interactive: {
        type: 'location_request_message',
        body: { text: 'Where are you?' },
        action: { name: 'send_location' },
      },
    },
  }),
  text('Are you still there?', {
    state: 'failed',
    error: {
      code: 131047,
      title: 'Re-engagement message',
      details: 'More than 24 hours have passed since the recipient last replied to the sender number.',
      hint: 'Send a template: it passes outside the window.',
    },
  }),
  text('Played.', { state: 'played' }),
  bubble({ content: { type: 'hologram', hologram: { id: 7 } }, ...fromUser }),
];

const journal: JournalEntryView[] = [
  {
    kind: 'webhook',
    number: 1,
    at: now - 9 * minute,
    field: 'messages',
    label: 'text',
    direction: 'in',
    body: '{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp"},"field":"messages"}]}]}',
    signature: `sha256=${'0a1b2c3d'.repeat(8)}`,
    target: 'http://localhost:3000/webhook',
    attempts: [
      { at: now - 9 * minute, status: undefined, error: 'connection refused', milliseconds: 3 },
      { at: now - 8 * minute, status: 200, milliseconds: 14 },
    ],
    about: '5511987654321',
    wamids: ['wamid.0001'],
  },
  {
    kind: 'request',
    number: 2,
    at: now - 8 * minute,
    method: 'POST',
    path: '/v26.0/106540352242922/messages',
    label: 'text',
    direction: 'out',
    body: {
      messaging_product: 'whatsapp',
      to: '+5511987654321',
      type: 'text',
      text: { body: 'It is! Roasted _this morning_.' },
    },
    status: 200,
    reply: {
      messaging_product: 'whatsapp',
      contacts: [{ input: '+5511987654321', wa_id: '5511987654321' }],
      messages: [{ id: 'wamid.0002' }],
    },
    milliseconds: 4,
    about: '5511987654321',
    wamids: ['wamid.0002'],
  },
  {
    kind: 'webhook',
    number: 3,
    at: now - 8 * minute,
    field: 'messages',
    label: 'delivered',
    direction: 'out',
    template: 'order_update',
    body: '{"object":"whatsapp_business_account"}',
    signature: `sha256=${'9f'.repeat(32)}`,
    target: 'http://localhost:3000/webhook',
    attempts: [{ at: now - 8 * minute, status: 500, milliseconds: 21 }],
    about: '5511987654321',
    wamids: ['wamid.0002'],
  },
  {
    kind: 'request',
    number: 4,
    at: now - 4 * minute,
    method: 'POST',
    path: '/v26.0/106540352242922/messages',
    body: { messaging_product: 'whatsapp' },
    status: 400,
    reply: { error: { message: '(#131047) Re-engagement message', code: 131047 } },
    milliseconds: 2,
    wamids: [],
  },
  {
    kind: 'webhook',
    number: 5,
    at: now - 2 * minute,
    field: 'messages',
    label: 'read',
    direction: 'out',
    body: '{}',
    signature: 'sha256=00',
    attempts: [],
    about: '15550131026',
    wamids: [],
  },
];

type Preview = TemplateView['preview'];

/** A template on the desk: what the page reads of it, and what Meta keeps. */
const onDesk = (
  template: Omit<TemplateView, 'preview'>,
  preview: Pick<Preview, 'body'> & Partial<Preview>,
): TemplateView => {
  const { name, language, category } = template;
  return { ...template, preview: { name, language, category, buttons: [], ...preview } };
};

/** A state in which everything that the page can show is shown once. */
export function scene(): PhoneState {
  count = 0;
  return {
    business: {
      name: 'Corner Coffee',
      displayPhoneNumber: '+1 555 010 0000',
      phoneNumberId: '106540352242922',
      wabaId: '102290129340398',
      baseUrl: 'http://127.0.0.1:4004',
      apiVersion: 'v26.0',
      accessToken: 'EAAemulator0000000000',
      appSecret: '5f1d3c0e8a7b4c2d9e6f',
      verifyToken: 'verify-me',
      webhookUrl: 'http://localhost:3000/webhook',
    },
    users: [
      user({
        waId: '5511987654321',
        name: 'Ana Souza',
        bubbles: anaBubbles(),
        windows: { customerServiceUntil: now + 23.4 * hour, freeEntryPointUntil: now + 71 * hour },
        typingUntil: now + hour,
      }),
      user({
        waId: '919876543210',
        name: 'Priya Raman',
        username: 'priya.r',
        bubbles: everyKind(),
        windows: { customerServiceUntil: now + 0.4 * hour },
        promotionsStopped: true,
      }),
      user({
        waId: '972501234567',
        name: 'דנה כהן',
        bubbles: [
          text('שלום, מתי אתם פתוחים? 10:00-18:00?', fromUser),
          text('مرحبا! نحن مفتوحون من *العاشرة* صباحا، order A-17.', { state: 'sent' }),
          text(
            `${'verylongwordwithoutanyspace'.repeat(8)} ${'and a long text that goes on and on, '.repeat(12)}`,
            { state: 'accepted' },
          ),
        ],
        blockedBy: 'user',
      }),
      user({
        waId: '4915112345678',
        name: 'Mallory',
        bubbles: hostileTexts.map((body) => text(body, fromUser)),
        windows: { customerServiceUntil: now + 12 * hour },
      }),
      user({
        waId: '14155550123',
        name: 'A name that is far too long for any list of people on any screen',
      }),
    ],
    clock: { now, speed: 0 },
    bill: {
      lines: [
        {
          month: '2026-11',
          market: 'Brazil',
          category: 'utility',
          pricingType: 'regular',
          count: 1,
          amount: { currency: 'USD', scaledAmount: 68, scale: 4 },
          unpriced: 0,
        },
        {
          month: '2026-11',
          market: 'Brazil',
          category: 'service',
          pricingType: 'free_customer_service',
          count: 3,
          amount: { currency: 'USD', scaledAmount: 0, scale: 4 },
          unpriced: 0,
        },
        {
          month: '2026-11',
          market: 'India',
          category: 'marketing',
          pricingType: 'regular',
          count: 1,
          amount: { currency: 'USD', scaledAmount: 625, scale: 4 },
          unpriced: 0,
        },
        {
          month: '2026-11',
          market: 'Rest of Western Europe',
          category: 'authentication_international',
          pricingType: 'regular',
          count: 2,
          amount: { currency: 'USD', scaledAmount: 0, scale: 4 },
          unpriced: 2,
        },
      ],
      total: { currency: 'USD', scaledAmount: 693, scale: 4 },
      unpriced: 2,
    },
    templates: [
      onDesk(
        {
          id: 't1',
          name: 'order_update',
          language: 'en',
          category: 'UTILITY',
          status: 'APPROVED',
          quality: 'GREEN',
          rejectedReason: 'NONE',
          components: [{ type: 'BODY', text: 'Hi {{name}}, order *{{order_id}}* ships {{date}}.' }],
        },
        {
          header: { format: 'text', text: 'Order {{1}}' },
          body: 'Hi {{name}}, order *{{order_id}}* ships {{date}}.',
          footer: 'Fresh every morning',
          buttons: [
            { type: 'url', text: 'Track', target: 'https://shop.example/t/{{1}}' },
            { type: 'quick_reply', text: 'Not mine' },
          ],
        },
      ),
      onDesk(
        {
          id: 't2',
          name: 'beans_of_the_week',
          language: 'pt_BR',
          category: 'MARKETING',
          status: 'PENDING',
          quality: 'UNKNOWN',
          rejectedReason: 'NONE',
          components: [{ type: 'BODY', text: 'Três cafés com gosto de outono: {{1}}, {{2}} e {{3}}.' }],
        },
        {
          body: 'Três cafés com gosto de outono: {{1}}, {{2}} e {{3}}.',
          offer: { text: 'Só até domingo' },
          asksToCall: true,
          cards: ['Etiópia', 'Colômbia'].map((name) => ({
            header: { format: 'image' },
            body: `*${name}*, 250 g`,
            buttons: [{ type: 'quick_reply', text: `Quero ${name}` }],
          })),
        },
      ),
      onDesk(
        {
          id: 't3',
          name: 'win_a_car_now',
          language: 'en_US',
          category: 'UTILITY',
          status: 'REJECTED',
          quality: 'UNKNOWN',
          rejectedReason: 'INCORRECT_CATEGORY',
          components: [{ type: 'BODY', text: 'You won! Click here.' }],
        },
        { body: 'You won! Click here.' },
      ),
    ],
    faults: [
      {
        id: 'f1',
        hits: 3,
        rule: { on: 'webhook', match: { path: 'statuses' }, copies: 2, probability: 0.5 },
      },
    ],
    journal,
    magicRecipients: [
      {
        number: '+15550131026',
        code: 131026,
        title: 'Message undeliverable',
        story: 'Not on WhatsApp, or has not accepted the terms.',
      },
      {
        number: '+15550131049',
        code: 131049,
        title: 'Not delivered to keep engagement healthy',
        story: 'The marketing limit of this user is reached.',
      },
    ],
  };
}
