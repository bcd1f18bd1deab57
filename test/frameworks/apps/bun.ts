import { endpoint, handler, port } from './bot.ts';
// #region bun
import { toFetch } from 'wabakit/webhooks';

Bun.serve({
  port,
  routes: { '/webhooks': toFetch(handler), '/flow': toFetch(endpoint) },
});
// #endregion bun
