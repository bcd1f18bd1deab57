/** Stands before the Lambda functions as API Gateway and a load balancer do: a request becomes an event, in the version that the path names. */
import { createServer, type IncomingMessage } from 'node:http';
import { flow, handler } from './lambda.ts';
import { port } from './bot.ts';

type Shape = 'v1' | 'v2' | 'base64' | 'elb';

const shapes: Readonly<Record<Shape, (request: IncomingMessage, url: URL, body: Buffer) => object>> = {
  // REST API: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
  v1: (request, url, body) => ({
    resource: '/{proxy+}',
    path: url.pathname,
    httpMethod: request.method,
    headers: titleCase(request.headers),
    multiValueHeaders: {},
    queryStringParameters: Object.fromEntries(url.searchParams),
    multiValueQueryStringParameters: Object.fromEntries(
      [...url.searchParams.keys()].map((key) => [key, url.searchParams.getAll(key)]),
    ),
    pathParameters: { proxy: url.pathname.slice(1) },
    stageVariables: null,
    requestContext: { accountId: '123456789012', apiId: 'id', stage: 'prod', httpMethod: request.method },
    body: body.length === 0 ? null : body.toString(),
    isBase64Encoded: false,
  }),
  // HTTP API and function URLs: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
  v2: (request, url, body) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: request.headers,
    requestContext: {
      accountId: '123456789012',
      http: { method: request.method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
    },
    ...(body.length === 0 ? {} : { body: body.toString() }),
    isBase64Encoded: false,
  }),
  base64: (request, url, body) => ({
    ...shapes.v2(request, url, body),
    body: body.toString('base64'),
    isBase64Encoded: true,
  }),
  // Load balancer, whose query is not decoded: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
  elb: (request, url, body) => ({
    requestContext: {
      elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/bot/1' },
    },
    httpMethod: request.method,
    path: url.pathname,
    queryStringParameters: Object.fromEntries(
      url.search
        .slice(1)
        .split('&')
        .map((pair) => pair.split('=')),
    ),
    headers: request.headers,
    body: body.toString(),
    isBase64Encoded: false,
  }),
};

const titleCase = (headers: IncomingMessage['headers']): object =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/(^|-)(\w)/g, (_, dash: string, letter: string) => dash + letter.toUpperCase()),
      value,
    ]),
  );

createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, shape = '', name] = url.pathname.split('/');
    const event = shapes[shape as Shape](request, url, Buffer.concat(chunks));
    const { statusCode, headers, body } = await (name === 'flow' ? flow : handler)(event);
    response.writeHead(statusCode, headers).end(body);
  })();
}).listen(port);
