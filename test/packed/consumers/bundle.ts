/** A small bundle: a core client, operations as functions, and a host, an engine and an operation of its own. */
import { createCoreClient } from 'wabakit';
import { getBusinessProfile, sendText } from 'wabakit/operations';
import {
  bind,
  cloudApi,
  fetchEngine,
  graphPath,
  http,
  jsonBody,
  kyEngine,
  parseResponse,
  parseSuccess,
  type Client,
  type Engine,
  type Host,
  type Transport,
} from 'wabakit/transport';

const meta = cloudApi({ accessToken: 'token', allowedHosts: ['media.example'] });

export const gateway: Host = {
  name: 'gateway',
  url: ({ path }) => new URL(`https://gateway.example${path}`),
  authorize: async (url, endpoint) => ({
    ...(await meta.authorize(url, endpoint)),
    headers: { 'x-key': 'k' },
  }),
};
export const timed: Engine = {
  name: 'timed',
  exchange: (request) => fetchEngine().exchange(request),
};
export const transport: Transport = http({
  host: gateway,
  engine: timed,
  retry: false,
  onAttempt: ({ attempt, outcome }) => `${attempt.toFixed()} ${outcome}`,
});
export const client = createCoreClient({ transport, phoneNumberId: '1' });
export const overKy = http({ host: meta, engine: kyEngine({ fetch }) });

export const renamePhone = (
  to: Client,
  params: { readonly id: string; readonly name: string },
): Promise<void> =>
  to.request({
    method: 'POST',
    path: graphPath`/${params.id}`,
    body: jsonBody({ name: params.name }),
    idempotency: 'unsafe',
    parse: parseSuccess,
  });

export const phones = bind(client, { rename: renamePhone });
export const renamed: Promise<void> = phones.rename({ id: '1', name: 'Shop' });
export const wamid: Promise<string> = sendText(client, { to: '+5511987654321', body: 'hi' }).then(
  (sent) => sent.wamid,
);
export const profile = getBusinessProfile(client);
export const shape = parseResponse;

export const mustNot = [
  // @ts-expect-error no body
  sendText(client, { to: '+5511987654321' }),
  // @ts-expect-error the bound operation keeps its parameters
  phones.rename({ id: '1' }),
  // @ts-expect-error a transport has a host
  http({ engine: timed }),
  // @ts-expect-error a core client has a transport
  createCoreClient({ phoneNumberId: '1' }),
  // @ts-expect-error a core client has no bound operations
  client.messages,
];
