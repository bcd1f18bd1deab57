/** A receiver on the server of Node. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createWebhookHandler,
  toExpress,
  toNodeListener,
  type NodeRequest,
  type NodeResponse,
} from 'wabakit/webhooks';

const handler = createWebhookHandler({ appSecret: 's', verifyToken: 'v' });
export const server = createServer(toNodeListener(handler));
export const routed = createServer((request, response) => {
  if (request.url === '/webhooks') toExpress(handler)(request, response);
});
export const request = (incoming: IncomingMessage): NodeRequest => incoming;
export const response = (outgoing: ServerResponse): NodeResponse => outgoing;

// @ts-expect-error a request does not answer
export const mustNot = (incoming: IncomingMessage): NodeResponse => incoming;
