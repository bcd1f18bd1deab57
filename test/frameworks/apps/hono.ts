import { serve } from '@hono/node-server';
import { endpoint, handler, port } from './bot.ts';
// #region hono
import { Hono } from 'hono';
import { toHono } from 'wabakit/webhooks';

const app = new Hono();
app.all('/webhooks', toHono(handler));
app.post('/flow', toHono(endpoint));
// #endregion hono
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
