import { endpoint, handler, port } from './bot.ts';
// #region fastify
import fastify from 'fastify';
import { toFastify } from 'wabakit/webhooks';

const app = fastify();
await app.register(toFastify(handler), { url: '/webhooks' }); // other routes keep their parsers
await app.register(toFastify(endpoint), { url: '/flow' });
// #endregion fastify
await app.listen({ port, host: '127.0.0.1' });
