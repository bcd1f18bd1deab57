// #region worker
import { completeFlow, createFlowEndpoint } from 'wabakit/flows';
import { createWebhookHandler, toWorker } from 'wabakit/webhooks';

interface Env {
  readonly WHATSAPP_APP_SECRET: string;
  readonly WHATSAPP_VERIFY_TOKEN: string;
  readonly FLOW_PRIVATE_KEY: string;
}

const webhooks = toWorker((env: Env) =>
  createWebhookHandler({
    appSecret: env.WHATSAPP_APP_SECRET,
    verifyToken: env.WHATSAPP_VERIFY_TOKEN,
    on: { message: (event) => console.log('handled', event.wamid) },
  }),
);
const flow = toWorker((env: Env) =>
  createFlowEndpoint({
    appSecret: env.WHATSAPP_APP_SECRET,
    privateKey: env.FLOW_PRIVATE_KEY, // plain PKCS#8
    on: { dataExchange: ({ flow_token, data }) => completeFlow(flow_token, { ...data }) },
  }),
);

export default {
  fetch: (request: Request, env: Env, context: { waitUntil: (work: Promise<unknown>) => void }) =>
    (new URL(request.url).pathname === '/flow' ? flow : webhooks).fetch(request, env, context),
};
// #endregion worker
