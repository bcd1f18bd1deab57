import { fromBase64 } from '../../shared/bytes.ts';
import type { WebhookHandler } from '../receiver/handler-options.ts';

/** A request as API Gateway (both payload versions), a function URL or a load balancer gives it. */
export interface LambdaEvent {
  /** Payload version 1 and load balancers. */
  readonly httpMethod?: string | undefined;
  readonly path?: string | undefined;
  readonly multiValueQueryStringParameters?:
    Readonly<Record<string, string[] | undefined>> | null | undefined;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** Payload version 2 and function URLs. */
  readonly rawPath?: string | undefined;
  readonly rawQueryString?: string | undefined;
  readonly requestContext?:
    | {
        /** Payload version 2. */
        readonly http?: { readonly method: string } | undefined;
        /** Payload version 1. */
        readonly accountId?: string | undefined;
        /** Load balancers. */
        readonly elb?: object | undefined;
      }
    | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** The answer as AWS Lambda takes it. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function toQuery(event: LambdaEvent): string {
  if (event.rawQueryString !== undefined) return event.rawQueryString;
  const single = Object.entries(event.queryStringParameters ?? {}).map(
    ([key, value]) => [key, [value]] as const,
  );
  const pairs = event.multiValueQueryStringParameters
    ? Object.entries(event.multiValueQueryStringParameters)
    : single;
  const query = new URLSearchParams();
  for (const [key, values = []] of pairs) for (const value of values) query.append(key, value ?? '');
  return query.toString();
}

/**
 * Turns a webhook handler into an AWS Lambda handler. A Lambda freezes once it has answered, so the answer waits for the handlers:
 * keep them short, or give the webhook handler an `inbox`.
 *
 * @example
 * export const handler = toLambda(createWebhookHandler({ appSecret, verifyToken, on }));
 */
export function toLambda(handler: WebhookHandler): (event: LambdaEvent) => Promise<LambdaResult> {
  return async (event) => {
    const headers = Object.entries(event.headers ?? {}).map(([name, value = '']) => [
      name.toLowerCase(),
      value,
    ]);
    const isBase64 = event.isBase64Encoded && typeof event.body === 'string';
    const answer = await handler.handleRequest({
      method: event.requestContext?.http?.method ?? event.httpMethod ?? 'GET',
      url: `${event.rawPath ?? event.path ?? '/'}?${toQuery(event)}`,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: isBase64 ? fromBase64(event.body ?? '') : event.body,
      framework: 'lambda',
    });
    await handler.drain();
    return { statusCode: answer.status, headers: answer.headers, body: answer.body };
  };
}
