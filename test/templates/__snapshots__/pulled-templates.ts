import { defineTemplate } from 'wabakit/templates';

export const orderUpdateEn = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Hi {{name}}, your order {{order_id}} ships on {{date}}.',
    example: {
      name: 'Ana',
      order_id: 'A-17',
      date: 'Monday',
    },
  },
  buttons: [
    {
      type: 'url',
      text: 'Track',
      url: 'https://shop.example/t/{{1}}',
      example: ['A-17'],
    },
  ],
});

export const seasonalPromotionEnUs = defineTemplate({
  name: 'seasonal_promotion',
  language: 'en_US',
  category: 'marketing',
  header: {
    format: 'text',
    text: 'Our {{1}} is on!',
    example: ['Summer Sale'],
  },
  body: {
    text: 'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
    example: ['the end of August', '25OFF', '25%'],
  },
  footer: {
    text: 'Use the buttons below to manage your marketing subscriptions',
  },
  buttons: [
    {
      type: 'quick_reply',
      text: 'Unsubscribe from Promos',
    },
    {
      type: 'quick_reply',
      text: 'Unsubscribe from All',
    },
  ],
});

export const receiptPtBr = defineTemplate({
  name: 'receipt',
  language: 'pt_BR',
  category: 'utility',
  header: {
    format: 'document',
  },
  body: {
    text: 'Olá {{nome}}, aqui está o recibo do seu pedido.',
    example: {
      nome: 'Ana',
    },
  },
  buttons: [
    {
      type: 'phone_number',
      text: 'Ligar',
      phoneNumber: '+5511987654321',
    },
    {
      type: 'url',
      text: 'Ajuda',
      url: 'https://loja.example/ajuda',
    },
    {
      type: 'quick_reply',
      text: 'Obrigado',
    },
  ],
});

export const deliveryEn = defineTemplate({
  name: 'delivery',
  language: 'en',
  category: 'utility',
  header: {
    format: 'location',
  },
  body: {
    text: 'Your order is on its way to the location above.',
  },
});

export const loginCodeEnUs = defineTemplate({
  name: 'login_code',
  language: 'en_US',
  messageSendTtlSeconds: 60,
  category: 'authentication',
  body: {
    addSecurityRecommendation: true,
  },
  footer: {
    codeExpirationMinutes: 10,
  },
  buttons: [
    {
      type: 'otp',
      text: 'Copy Code',
      otpType: 'one_tap',
      autofillText: 'Autofill',
      supportedApps: [
        {
          packageName: 'com.example.luckyshrub',
          signatureHash: 'K8a/AINcGX7',
        },
      ],
    },
  ],
});

export const caribbeanOfferEnUs = defineTemplate({
  name: 'caribbean_offer',
  language: 'en_US',
  category: 'marketing',
  header: {
    format: 'image',
  },
  body: {
    text: 'Good news, {{1}}! Use code {{2}} to get 25% off all Caribbean Destination packages!',
    example: ['Pablo', 'CARIBE25'],
  },
  buttons: [
    {
      type: 'copy_code',
      example: 'CARIBE25',
    },
    {
      type: 'url',
      text: 'Book now!',
      url: 'https://awesomedestinations.com/offers?code={{1}}',
      example: ['https://awesomedestinations.com/offers?ref=n3mtql'],
    },
  ],
  limitedTimeOffer: {
    text: 'Expiring offer!',
    hasExpiration: true,
  },
});

export const carouselMediaEnUs = defineTemplate({
  name: 'carousel_media',
  language: 'en_US',
  category: 'marketing',
  body: {
    text: 'Rare succulents for sale! {{1}}, add these plants to your collection.',
    example: ['Pablo'],
  },
  carousel: [
    {
      header: {
        format: 'image',
      },
      body: {
        text: 'Only {{1}} left of this one today.',
        example: ['3'],
      },
      buttons: [
        {
          type: 'quick_reply',
          text: 'Send more like this!',
        },
        {
          type: 'url',
          text: 'Shop',
          url: 'https://www.luckyshrub.com/{{1}}',
          example: ['BUDDHA'],
        },
      ],
    },
    {
      header: {
        format: 'image',
      },
      body: {
        text: 'New in our greenhouse this week.',
      },
      buttons: [
        {
          type: 'quick_reply',
          text: 'Send more like this!',
        },
        {
          type: 'url',
          text: 'Shop',
          url: 'https://www.luckyshrub.com/{{1}}',
          example: ['ALOE'],
        },
      ],
    },
  ],
});

export const carouselProductsEnUs = defineTemplate({
  name: 'carousel_products',
  language: 'en_US',
  category: 'marketing',
  body: {
    text: 'Rare succulents are back in our shop.',
  },
  carousel: [
    {
      header: {
        format: 'product',
      },
      buttons: [
        {
          type: 'spm',
        },
      ],
    },
    {
      header: {
        format: 'product',
      },
      buttons: [
        {
          type: 'spm',
        },
      ],
    },
  ],
});

export const abandonedCartEnUs = defineTemplate({
  name: 'abandoned_cart',
  language: 'en_US',
  category: 'marketing',
  header: {
    format: 'text',
    text: 'Forget something, {{1}}?',
    example: ['Pablo'],
  },
  body: {
    text: 'Use code {{1}} and you can get 10% off of all of your items!',
    example: ['10OFF'],
  },
  buttons: [
    {
      type: 'mpm',
    },
  ],
});

export const introCatalogOfferEnUs = defineTemplate({
  name: 'intro_catalog_offer',
  language: 'en_US',
  category: 'marketing',
  body: {
    text: 'Now shop for your favorite products right here on WhatsApp!',
  },
  footer: {
    text: 'Best grocery deals on WhatsApp!',
  },
  buttons: [
    {
      type: 'catalog',
    },
  ],
});

export const singleProductEnUs = defineTemplate({
  name: 'single_product',
  language: 'en_US',
  category: 'marketing',
  header: {
    format: 'product',
  },
  body: {
    text: 'Use code {{code}} to get money off our newest succulent!',
    example: {
      code: '10OFF',
    },
  },
  buttons: [
    {
      type: 'spm',
    },
  ],
});

export const surveyEn = defineTemplate({
  name: 'survey',
  language: 'en',
  category: 'utility',
  body: {
    text: 'How was your delivery of order {{order_id}} today?',
    example: {
      order_id: 'A-17',
    },
  },
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

export const callUsEn = defineTemplate({
  name: 'call_us',
  language: 'en',
  category: 'utility',
  body: {
    text: 'You can call us on WhatsApp now for faster service!',
  },
  buttons: [
    {
      type: 'voice_call',
      text: 'Call Now',
      ttlMinutes: 1440,
    },
  ],
});

export const callPermissionEn = defineTemplate({
  name: 'call_permission',
  language: 'en',
  category: 'utility',
  body: {
    text: 'We would like to call you to help with your order.',
  },
  callPermissionRequest: true,
});

export const orderToPayEn = defineTemplate({
  name: 'order_to_pay',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Your order {{order_id}} is ready to be paid.',
    example: {
      order_id: 'A-17',
    },
  },
  buttons: [
    {
      type: 'order_details',
      text: 'Review and Pay',
    },
  ],
  subCategory: 'ORDER_DETAILS',
});

export const contactInfoEn = defineTemplate({
  name: 'contact_info',
  language: 'en',
  category: 'utility',
  body: {
    text: 'Please share your phone number for this order.',
  },
  buttons: [
    {
      type: 'request_contact_info',
    },
  ],
});

export const templates = [
  orderUpdateEn,
  seasonalPromotionEnUs,
  receiptPtBr,
  deliveryEn,
  loginCodeEnUs,
  caribbeanOfferEnUs,
  carouselMediaEnUs,
  carouselProductsEnUs,
  abandonedCartEnUs,
  introCatalogOfferEnUs,
  singleProductEnUs,
  surveyEn,
  callUsEn,
  callPermissionEn,
  orderToPayEn,
  contactInfoEn,
] as const;
