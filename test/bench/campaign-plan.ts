import type { EmulatorOptions } from 'wabakit/emulator';

const template = {
  name: 'order_update',
  language: 'en',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: 'Hi {{1}}.' }],
} as const;

/** An emulator for a campaign: real time, no limits, one template. */
export const running: EmulatorOptions = { clock: 'real', limits: false, templates: [template] };

/** The person who gets the message with an index: no two are the same. */
export const recipient = (index: number): string => `+55119${10_000_000 + (index % 80_000_000)}`;

/** The content of each message, as an operation takes it. */
export const content = {
  name: template.name,
  language: template.language,
  components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
} as const;

/** The same message as the body of a call. */
export const bodyTo = (index: number): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    to: recipient(index),
    type: 'template',
    template: { ...content, language: { code: content.language } },
  });

/** The headers of a call. */
export const getHeaders = (accessToken: string) => ({
  authorization: `Bearer ${accessToken}`,
  'content-type': 'application/json',
});
