import { endpoint, handler, port } from './bot.ts';
// #region express
import express from 'express';
import { toExpress } from 'wabakit/webhooks';

const app = express();
app.all('/webhooks', toExpress(handler)); // before express.json()
app.post('/flow', toExpress(endpoint));
app.use(express.json());
// #endregion express
app.listen(port);
