/** The adapters against the platforms' own types; Express, Fastify, Hono and node:http are run for real in the tests. */
import type { ExecutionContext, ExportedHandler } from '@cloudflare/workers-types';
import type {
  ALBEvent,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyResult,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import express, { type Request as ExpressRequest, type Response as ExpressResponse } from 'express';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createWebhookHandler,
  toExpress,
  toFastify,
  toLambda,
  toNodeListener,
  toWorker,
  type FastifyReply as WebhookReply,
  type FastifyRequest as WebhookRequest,
  type NodeRequest,
  type NodeResponse,
} from 'wabakit/webhooks';

const handler = createWebhookHandler({ appSecret: 's', verifyToken: 'v' });

export const nodeRequest = (request: IncomingMessage): NodeRequest => request;
export const nodeResponse = (response: ServerResponse): NodeResponse => response;
export const nodeServer = createServer(toNodeListener(handler));

export const expressRequest = (request: ExpressRequest): NodeRequest => request;
export const expressResponse = (response: ExpressResponse): NodeResponse => response;
export const expressApp = express().all('/webhooks', toExpress(handler));

export const fastifyRequest = (request: FastifyRequest): WebhookRequest => request;
export const fastifyReply = (reply: FastifyReply): WebhookReply => reply;
export const fastifyApp = fastify().register(toFastify(handler), { url: '/webhooks' });
// @ts-expect-error the URL of the webhook is missing
export const withoutUrl = fastify().register(toFastify(handler), {});

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
