import { createEmulator, type Emulator, type EmulatorOptions, type TemplateSeed } from 'wabakit/emulator';
import { createWebhookHandler, type WebhookEvent } from 'wabakit/webhooks';

export const orderUpdate: TemplateSeed = {
  name: 'order_update',
  language: 'en',
  category: 'UTILITY',
  components: [
    { type: 'BODY', text: 'Hi {{1}}, order {{2}} is on its way.', example: { body_text: [['Ana', 'A-17']] } },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
  ],
};

export const sale: TemplateSeed = {
  name: 'sale',
  language: 'en',
  category: 'MARKETING',
  components: [{ type: 'BODY', text: 'Everything must go.' }],
};

/** The reply of a call: its status and its JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & {
    readonly error?: {
      readonly code: number;
      readonly message: string;
      readonly type: string;
      readonly error_subcode?: number;
      readonly error_user_title?: string;
      readonly fbtrace_id: string;
      readonly error_data?: { readonly details: string };
    };
    readonly messages?: readonly { readonly id: string }[];
    readonly data?: readonly Record<string, unknown>[];
  };
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Calls the Graph API of an emulator: `graph('POST', '{phone}/messages', body)`. */
export function getGraph(
  emulator: Emulator,
  fetch: Fetch = emulator.fetch,
  base = 'https://graph.facebook.com',
) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const filled = path.replace('{phone}', emulator.phoneNumberId).replace('{waba}', emulator.wabaId);
    const response = await fetch(`${base}/v26.0/${filled}`, {
      method,
      headers: {
        authorization: `Bearer ${emulator.accessToken}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
}

export const text = (to: string, body: string) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'text',
  text: { body },
});

export const template = (
  to: string,
  parameters: readonly string[] = ['Ana', 'A-17'],
  name = 'order_update',
) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'template',
  template: {
    name,
    language: { code: 'en' },
    ...(parameters.length === 0
      ? {}
      : {
          components: [
            { type: 'body', parameters: parameters.map((value) => ({ type: 'text', text: value })) },
          ],
        }),
  },
});

export const buttons = (to: string) => ({
  messaging_product: 'whatsapp',
  to,
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Did it arrive?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'yes', title: 'Yes' } },
        { type: 'reply', reply: { id: 'no', title: 'No' } },
      ],
    },
  },
});

/** An emulator whose webhooks are verified, parsed and collected by this package's own receiver. */
export async function emulatorWithReceiver(options: EmulatorOptions = {}) {
  const events: WebhookEvent[] = [];
  const emulator = await createEmulator({ templates: [orderUpdate, sale], ...options });
  const handler = createWebhookHandler({
    appSecret: emulator.appSecret,
    verifyToken: emulator.verifyToken,
    on: {
      any: (event: WebhookEvent) => {
        events.push(event);
      },
    },
  });
  await emulator.webhook.subscribe(handler);
  return { emulator, events, graph: getGraph(emulator) };
}

/** What a list of events tells, in short: `sent`, `delivered`, `text: Hi`. */
export const brief = (events: readonly WebhookEvent[]): string[] =>
  events.map((event) => (event.kind === 'status' ? event.status : event.kind));
