import type { TemplatePayloadSeed } from './template-seed.ts';

/** The template that every account has from the start, and that Meta's first curl sends. Source: Meta, "Get started"; its words are Meta's sample. */
export const helloWorld: TemplatePayloadSeed = {
  name: 'hello_world',
  language: 'en_US',
  category: 'UTILITY',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
    {
      type: 'BODY',
      text: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
    },
    { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
  ],
};

/** Its id, which does not depend on the seed. */
export const helloWorldId = '594425479261596';
