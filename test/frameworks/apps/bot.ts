/** The webhook and the Flow that every app serves. */
// #region lazy
import { completeFlow, createFlowEndpoint } from 'wabakit/flows';
import { createWebhookHandler } from 'wabakit/webhooks';

export const handler = createWebhookHandler({
  appSecret: () => process.env['WHATSAPP_APP_SECRET'], // a function: not needed before the first request
  verifyToken: () => process.env['WHATSAPP_VERIFY_TOKEN'],
  on: { message: (event) => console.log('handled', event.wamid) },
});

export const endpoint = createFlowEndpoint({
  appSecret: () => process.env['WHATSAPP_APP_SECRET'],
  privateKey: () => process.env['FLOW_PRIVATE_KEY'],
  on: { dataExchange: ({ flow_token, data }) => completeFlow(flow_token, { ...data }) },
});
// #endregion lazy

/** Where the apps listen. */
export const port = Number(process.env['PORT']);
