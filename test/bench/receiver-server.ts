/** A receiver in a process of its own, which tells the CPU that it has used; with `floor` as argument, a bare server that verifies and parses. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createWebhookHandler, toNodeListener } from 'wabakit/webhooks';

const appSecret = process.env['BENCH_SECRET'] ?? '';

const floor: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const wanted = createHmac('sha256', appSecret).update(body).digest();
    const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice('sha256='.length), 'hex');
    const isGood = given.length === wanted.length && timingSafeEqual(given, wanted);
    if (isGood) JSON.parse(body.toString());
    response.writeHead(isGood ? 200 : 401, { 'content-type': 'text/plain' }).end('OK');
  });
};

const handler = createWebhookHandler({
  appSecret,
  verifyToken: 'bench-token',
  on: { message: () => undefined },
});
const server = createServer(process.argv[2] === 'floor' ? floor : toNodeListener(handler));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
