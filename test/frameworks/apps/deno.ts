import { endpoint, handler, port } from './bot.ts';
// #region deno
import { toFetch } from 'wabakit/webhooks';

const [webhooks, flow] = [toFetch(handler), toFetch(endpoint)];
Deno.serve({ port }, (request) => (new URL(request.url).pathname === '/flow' ? flow : webhooks)(request));
// #endregion deno
