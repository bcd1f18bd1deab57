/** What Meta and a stranger send to an app that serves `apps/bot.ts`, and what must come back. */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { appSecret, envelope, open, seal, sign } from '../flows/whatsapp-client.ts';

export { appSecret };
export const verifyToken = 'the verify token';

/** One thing that was tried. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What came instead. */
  readonly seen?: string;
}

/** A running app. */
export interface App {
  readonly url: string;
  /** Everything that it has printed so far. */
  readonly output: () => string;
  readonly publicKey: string;
}

const message = (wamid: string): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              messages: [
                {
                  from: '5511987654321',
                  id: wamid,
                  timestamp: '1790000000',
                  type: 'text',
                  text: { body: 'Olá 👋' },
                },
              ],
            },
          },
        ],
      },
    ],
  });

const post = (url: string, body: string, signature: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    signal: AbortSignal.timeout(20_000),
  });

const foreign = (body: string): string =>
  `sha256=${createHmac('sha256', 'another').update(body).digest('hex')}`;
const equal = (name: string, seen: unknown, wanted: unknown): Check => {
  return isDeepStrictEqual(seen, wanted)
    ? { name, passed: true }
    : { name, passed: false, seen: `${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}` };
};

async function visitWebhooks({ url, output }: App, wamid: string): Promise<readonly Check[]> {
  const ask = async (token: string): Promise<[number, string]> => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': '1158201444',
      'hub.verify_token': token,
    });
    const response = await fetch(`${url}/webhooks?${query}`);
    return [response.status, await response.text()];
  };
  const body = message(wamid);
  const refused = [
    await post(`${url}/webhooks`, body, foreign(body)),
    await post(`${url}/webhooks`, body, foreign(body)),
  ];
  const accepted = await post(`${url}/webhooks`, body, sign(body));
  const count = (): number => output().split(`handled ${wamid}`).length - 1;
  for (let waited = 0; count() === 0 && waited < 5_000; waited += 50) await sleep(50);
  await sleep(100);
  return [
    equal('the handshake returns the challenge', await ask(verifyToken), [200, '1158201444']),
    equal('a wrong verify token is refused', (await ask('wrong'))[0], 403),
    equal(
      'a wrong signature is refused',
      refused.map(({ status }) => status),
      [401, 401],
    ),
    equal('a signed webhook is accepted', accepted.status, 200),
    equal('it is handled once', count(), 1),
  ];
}

async function visitFlow({ url, publicKey }: App): Promise<readonly Check[]> {
  const sealed = seal(publicKey, {
    version: '3.0',
    action: 'data_exchange',
    screen: 'DAY',
    flow_token: 'order-17',
    data: { day: 'Sábado 👋' },
  });
  const body = envelope(sealed);
  const refused = [
    await post(`${url}/flow`, body, foreign(body)),
    await post(`${url}/flow`, body, foreign(body)),
  ];
  const answered = await post(`${url}/flow`, body, sign(body));
  const { status } = answered;
  const answer = status === 200 ? await open(sealed, answered) : await answered.text();
  return [
    equal(
      'a Flow request with a wrong signature is refused',
      refused.map((one) => one.status),
      [432, 432],
    ),
    equal(
      'a Flow request is answered',
      [status, answer],
      [
        200,
        {
          screen: 'SUCCESS',
          data: { extension_message_response: { params: { flow_token: 'order-17', day: 'Sábado 👋' } } },
        },
      ],
    ),
  ];
}

/** Tries everything on an app; `paths` are where it serves, one after the other. */
export async function visit(app: App, paths: readonly string[]): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const path of paths) {
    const at = { ...app, url: `${app.url}${path}` };
    const found = [...(await visitWebhooks(at, `wamid.test${path}`)), ...(await visitFlow(at))];
    checks.push(
      ...found.map((check) => ({ ...check, name: path === '' ? check.name : `${path}: ${check.name}` })),
    );
  }
  // One for the webhook and one for the Flow, whatever the number of requests.
  const said = app.output().split('The app secret is of another app').length - 1;
  return [...checks, equal('the wrong signature is reported once', said, 2)];
}
