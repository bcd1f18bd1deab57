import { endpoint, handler, port } from './bot.ts';
import express from 'express';
import { toExpress } from 'wabakit/webhooks';

const app = express();
// #region express-raw-body
app.use(express.json({ verify: (request, _, bytes) => Object.assign(request, { rawBody: bytes }) }));
app.all('/webhooks', toExpress(handler)); // after the parser, which keeps the bytes
app.post('/flow', toExpress(endpoint));
// #endregion express-raw-body
app.listen(port);
