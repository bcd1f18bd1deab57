/** The adapters against the platforms' own types; Express, Fastify, Hono and node:http are run for real in the tests. */
import type { ExecutionContext, ExportedHandler } from '@cloudflare/workers-types';
import type {
  ALBEvent,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { createWebhookHandler, toLambda, toWorker } from 'wabakit/webhooks';

const handler = createWebhookHandler({ appSecret: 's', verifyToken: 'v' });
const lambda = toLambda(handler);

export const gateway = (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => lambda(event);
export const functionUrl = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  lambda(event);
export const loadBalancer = (event: ALBEvent): Promise<{ statusCode: number }> => lambda(event);

interface Env {
  readonly APP_SECRET: string;
}
const worker = toWorker((env: Env) => createWebhookHandler({ appSecret: env.APP_SECRET, verifyToken: 'v' }));

// Cloudflare declares Request and Response anew, apart from the DOM's: what can be held against them is the shape of the export and its context.
export const asExport: keyof ExportedHandler<Env> = 'fetch' satisfies keyof typeof worker;
export const inWorker = (request: Request, env: Env, context: ExecutionContext): Promise<Response> =>
  worker.fetch(request, env, context);
// @ts-expect-error an environment without the secret is not the one the handler was made for
export const wrongEnv = (request: Request, context: ExecutionContext) => worker.fetch(request, {}, context);
