import { endpoint, handler } from './bot.ts';
// #region functions
import { http } from '@google-cloud/functions-framework';
import { toExpress } from 'wabakit/webhooks';

const [webhooks, flow] = [toExpress(handler), toExpress(endpoint)];
http('bot', (request, response) => (request.path === '/flow' ? flow : webhooks)(request, response));
// #endregion functions
