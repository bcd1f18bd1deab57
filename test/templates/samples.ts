import { defineTemplate } from '../../src/templates/index.ts';

/** One definition per kind of template, each free of errors. */
export const orderUpdate = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Hi {{name}}, your order {{order_id}} ships on {{date}}.',
    example: { name: 'Ana', order_id: 'A-17', date: 'Monday' },
  },
  buttons: [{ type: 'url', text: 'Track', url: 'https://shop.example/t/{{1}}', example: ['A-17'] }],
});

export const seasonalPromotion = defineTemplate({
  name: 'seasonal_promotion',
  language: 'en_US',
  category: 'marketing',
  header: { format: 'text', text: 'Our {{1}} is on!', example: ['Summer Sale'] },
  body: {
    text: 'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
    example: ['the end of August', '25OFF', '25%'],
  },
  footer: { text: 'Use the buttons below to manage your marketing subscriptions' },
  buttons: [
    { type: 'quick_reply', text: 'Unsubscribe from Promos' },
    { type: 'quick_reply', text: 'Unsubscribe from All' },
  ],
});

export const receipt = defineTemplate({
  name: 'receipt',
  language: 'pt_BR',
  category: 'utility',
  header: { format: 'document', example: '4::aW' },
  body: { text: 'Olá {{nome}}, aqui está o recibo do seu pedido.', example: { nome: 'Ana' } },
  buttons: [
    { type: 'phone_number', text: 'Ligar', phoneNumber: '+5511987654321' },
    { type: 'url', text: 'Ajuda', url: 'https://loja.example/ajuda' },
    { type: 'quick_reply', text: 'Obrigado' },
  ],
});

export const delivery = defineTemplate({
  name: 'delivery',
  language: 'en',
  category: 'utility',
  header: { format: 'location' },
  body: { text: 'Your order is on its way to the location above.' },
});

export const loginCode = defineTemplate({
  name: 'login_code',
  language: 'en_US',
  category: 'authentication',
  body: { addSecurityRecommendation: true },
  footer: { codeExpirationMinutes: 10 },
  buttons: [
    {
      type: 'otp',
      otpType: 'one_tap',
      text: 'Copy Code',
      autofillText: 'Autofill',
      supportedApps: [{ packageName: 'com.example.luckyshrub', signatureHash: 'K8a/AINcGX7' }],
    },
  ],
  messageSendTtlSeconds: 60,
});

export const offer = defineTemplate({
  name: 'caribbean_offer',
  language: 'en_US',
  category: 'marketing',
  header: { format: 'image', example: '4::aW' },
  limitedTimeOffer: { text: 'Expiring offer!', hasExpiration: true },
  body: {
    text: 'Good news, {{1}}! Use code {{2}} to get 25% off all Caribbean Destination packages!',
    example: ['Pablo', 'CARIBE25'],
  },
  buttons: [
    { type: 'copy_code', example: 'CARIBE25' },
    {
      type: 'url',
      text: 'Book now!',
      url: 'https://awesomedestinations.com/offers?code={{1}}',
      example: ['https://awesomedestinations.com/offers?ref=n3mtql'],
    },
  ],
});

export const mediaCarousel = defineTemplate({
  name: 'carousel_media',
  language: 'en_US',
  category: 'marketing',
  body: { text: 'Rare succulents for sale! {{1}}, add these plants to your collection.', example: ['Pablo'] },
  carousel: [
    {
      header: { format: 'image', example: '4::a' },
      body: { text: 'Only {{1}} left of this one today.', example: ['3'] },
      buttons: [
        { type: 'quick_reply', text: 'Send more like this!' },
        { type: 'url', text: 'Shop', url: 'https://www.luckyshrub.com/{{1}}', example: ['BUDDHA'] },
      ],
    },
    {
      header: { format: 'image', example: '4::b' },
      body: { text: 'New in our greenhouse this week.' },
      buttons: [
        { type: 'quick_reply', text: 'Send more like this!' },
        { type: 'url', text: 'Shop', url: 'https://www.luckyshrub.com/{{1}}', example: ['ALOE'] },
      ],
    },
  ],
});

export const productCarousel = defineTemplate({
  name: 'carousel_products',
  language: 'en_US',
  category: 'marketing',
  body: { text: 'Rare succulents are back in our shop.' },
  carousel: [
    { header: { format: 'product' }, buttons: [{ type: 'spm' }] },
    { header: { format: 'product' }, buttons: [{ type: 'spm' }] },
  ],
});

export const abandonedCart = defineTemplate({
  name: 'abandoned_cart',
  language: 'en_US',
  category: 'marketing',
  header: { format: 'text', text: 'Forget something, {{1}}?', example: ['Pablo'] },
  body: { text: 'Use code {{1}} and you can get 10% off of all of your items!', example: ['10OFF'] },
  buttons: [{ type: 'mpm' }],
});

export const introCatalog = defineTemplate({
  name: 'intro_catalog_offer',
  language: 'en_US',
  category: 'marketing',
  body: { text: 'Now shop for your favorite products right here on WhatsApp!' },
  footer: { text: 'Best grocery deals on WhatsApp!' },
  buttons: [{ type: 'catalog' }],
});

export const singleProduct = defineTemplate({
  name: 'single_product',
  language: 'en_US',
  category: 'marketing',
  header: { format: 'product' },
  body: { text: 'Use code {{code}} to get money off our newest succulent!', example: { code: '10OFF' } },
  buttons: [{ type: 'spm' }],
});

export const survey = defineTemplate({
  name: 'survey',
  language: 'en',
  category: 'utility',
  body: { text: 'How was your delivery of order {{order_id}} today?', example: { order_id: 'A-17' } },
  buttons: [
    {
      type: 'flow',
      text: 'Answer',
      flowId: '123',
      flowAction: 'navigate',
      navigateScreen: 'RATING',
      icon: 'REVIEW',
    },
  ],
});

export const callUs = defineTemplate({
  name: 'call_us',
  language: 'en',
  category: 'utility',
  body: { text: 'You can call us on WhatsApp now for faster service!' },
  buttons: [{ type: 'voice_call', text: 'Call Now', ttlMinutes: 1440 }],
});

export const callPermission = defineTemplate({
  name: 'call_permission',
  language: 'en',
  category: 'utility',
  body: { text: 'We would like to call you to help with your order.' },
  callPermissionRequest: true,
});

export const orderToPay = defineTemplate({
  name: 'order_to_pay',
  language: 'en',
  category: 'utility',
  body: { text: 'Your order {{order_id}} is ready to be paid.', example: { order_id: 'A-17' } },
  buttons: [{ type: 'order_details', text: 'Review and Pay' }],
  subCategory: 'ORDER_DETAILS',
});

export const contactInfo = defineTemplate({
  name: 'contact_info',
  language: 'en',
  category: 'utility',
  body: { text: 'Please share your phone number for this order.' },
  buttons: [{ type: 'request_contact_info' }],
});

export const samples = {
  orderUpdate,
  seasonalPromotion,
  receipt,
  delivery,
  loginCode,
  offer,
  mediaCarousel,
  productCarousel,
  abandonedCart,
  introCatalog,
  singleProduct,
  survey,
  callUs,
  callPermission,
  orderToPay,
  contactInfo,
} as const;
