import { completeFlow, createFlowEndpoint, expireFlowToken, type FlowEndpoint } from 'wabakit/flows';

const privateKey = '';
const appSecret = '';

createFlowEndpoint({
  privateKey,
  appSecret: ['old', 'new'],
  on: { init: () => ({ screen: 'DAY' }) },
}) satisfies FlowEndpoint;
createFlowEndpoint({ privateKey, appSecret: false, on: { back: async () => expireFlowToken() } });
createFlowEndpoint({
  privateKey,
  appSecret,
  on: { dataExchange: ({ flow_token }) => completeFlow(flow_token) },
});

// @ts-expect-error the signature is checked unless somebody says `false`
createFlowEndpoint({ privateKey, on: {} });
// @ts-expect-error `true` is no secret
createFlowEndpoint({ privateKey, appSecret: true, on: {} });
// @ts-expect-error an answer names its screen
createFlowEndpoint({ privateKey, appSecret, on: { init: () => ({ data: {} }) } });
// @ts-expect-error a handler must answer
createFlowEndpoint({ privateKey, appSecret, on: { dataExchange: () => undefined } });
// @ts-expect-error actions are named in camelCase here
createFlowEndpoint({ privateKey, appSecret, on: { data_exchange: () => ({ screen: 'DAY' }) } });
