import type { ClientOptions } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

/** A template that exists in the account, and the names of its body parameters. */
export interface StageTemplate {
  readonly name: string;
  readonly language: string;
  readonly parameters: readonly string[];
}

/** What only an emulator can do: hold the customers' phones and move the clock. */
export interface Director {
  says(customer: string, text: string): Promise<unknown>;
  taps(customer: string, title: string): Promise<unknown>;
  reads(customer: string): Promise<unknown>;
  hoursPass(hours: number): Promise<unknown>;
  close(): Promise<void>;
}

/** Where the quickstart plays: on the emulator, or in the real world. */
export interface Stage {
  readonly name: string;
  readonly client: ClientOptions;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Where the receiver of webhooks listens; 0 for any free port. */
  readonly port: number;
  readonly orderUpdate: StageTemplate & { readonly to: readonly string[] };
  readonly promotion: StageTemplate & { readonly to: readonly string[] };
  now(): number;
  /** Tells the platform where the receiver is. */
  connect(receiver: string): Promise<void>;
  readonly director?: Director;
}

const getBody = (text: string, ...names: readonly string[]) => ({
  type: 'BODY' as const,
  text,
  example: { body_text_named_params: names.map((name) => ({ param_name: name, example: name })) },
});

/** The embedded emulator behind a real port, with a clock that stands still until it is moved. */
export async function emulatedStage(): Promise<Stage> {
  const emulator = await createEmulator({
    seed: 7,
    clock: { start: '2026-11-02T12:00:00Z' },
    templates: [
      {
        name: 'order_update',
        language: 'en',
        category: 'UTILITY',
        components: [getBody('Hi {{name}}, order {{order_id}} ships on {{day}}.', 'name', 'order_id', 'day')],
      },
      {
        name: 'autumn_sale',
        language: 'en',
        category: 'MARKETING',
        components: [getBody('Hi {{name}}, our autumn prices end on Sunday.', 'name')],
      },
    ],
  });
  const server = await emulator.listen();
  const { accessToken, phoneNumberId, wabaId, appSecret, verifyToken } = emulator;
  return {
    name: 'the emulator',
    client: { accessToken, phoneNumberId, wabaId, baseUrl: server.url },
    appSecret,
    verifyToken,
    port: 0,
    orderUpdate: {
      name: 'order_update',
      language: 'en',
      parameters: ['name', 'order_id', 'day'],
      to: ['+5511987654321', '+4915112345678', '+919876543210', '+6281234567890'],
    },
    promotion: { name: 'autumn_sale', language: 'en', parameters: ['name'], to: ['+525512345678'] },
    now: () => emulator.clock.now(),
    connect: async (receiver) => void (await emulator.webhook.subscribe(receiver)),
    director: {
      says: (customer, text) => emulator.phone(customer).say(text),
      taps: (customer, title) => emulator.phone(customer).tap(title),
      reads: (customer) => emulator.phone(customer).read(),
      hoursPass: (hours) => emulator.clock.advance(`${hours}h`),
      close: () => emulator.close(),
    },
  };
}

/** Meta, with the credentials of the environment. Every account has the template `hello_world`; WHATSAPP_TEMPLATE names another. */
export function metaStage(env: Readonly<Record<string, string | undefined>>): Stage {
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '')
      throw new Error(`Set ${name} too: see "Talk to Meta" in the README.`);
    return value;
  };
  return {
    name: 'Meta',
    client: { accessToken: need('WHATSAPP_ACCESS_TOKEN'), phoneNumberId: need('WHATSAPP_PHONE_NUMBER_ID') },
    appSecret: need('WHATSAPP_APP_SECRET'),
    verifyToken: need('WHATSAPP_VERIFY_TOKEN'),
    port: Number(env['PORT'] ?? 3000),
    orderUpdate: {
      name: env['WHATSAPP_TEMPLATE'] ?? 'hello_world',
      language: env['WHATSAPP_TEMPLATE_LANGUAGE'] ?? 'en_US',
      parameters: [],
      to: [need('WHATSAPP_RECIPIENT')],
    },
    promotion: { name: '', language: '', parameters: [], to: [] },
    now: () => Date.now(),
    connect: (receiver) => {
      console.log(
        `Receiving webhooks at ${receiver}: make it reachable by https and enter that address in the App Dashboard.`,
      );
      return Promise.resolve();
    },
  };
}
