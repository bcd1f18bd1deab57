import { fromBase64 } from '../../shared/bytes.ts';
import { checkCaller, checkHandler } from '../receiver/check-adapter.ts';
import type { RequestHandler, WebhookAnswer } from '../receiver/handler-options.ts';

/** A request as API Gateway (payload versions 1 and 2), a function URL or a load balancer passes it. */
export interface LambdaEvent {
  /** The method, in payload version 1 and from load balancers. */
  readonly httpMethod?: string | undefined;
  /** The path, in payload version 1 and from load balancers. */
  readonly path?: string | undefined;
  /** The query with repeated keys, in payload version 1 and from load balancers. */
  readonly multiValueQueryStringParameters?:
    Readonly<Record<string, string[] | undefined>> | null | undefined;
  /** The query, the last value of each key. */
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** The path, in payload version 2 and from function URLs. */
  readonly rawPath?: string | undefined;
  /** The query as text, in payload version 2 and from function URLs. */
  readonly rawQueryString?: string | undefined;
  /** How the request reached the function. */
  readonly requestContext?:
    | {
        /** The method, in payload version 2. */
        readonly http?: { readonly method: string } | undefined;
        /** The AWS account, in payload version 1. */
        readonly accountId?: string | undefined;
        /** The target group, from load balancers. */
        readonly elb?: object | undefined;
      }
    | undefined;
  /** The request headers, the last value of each name. */
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** The request headers with repeated names, in payload version 1 and from load balancers with multi-value headers, which send no `headers`. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  /** The body as text, or in base64 if `isBase64Encoded`. */
  readonly body?: string | null | undefined;
  /** Whether `body` is base64. */
  readonly isBase64Encoded?: boolean | undefined;
}

/** The response that AWS Lambda expects. */
export interface LambdaResult {
  /** The HTTP status. */
  readonly statusCode: number;
  /** The status and its name, which load balancers send on. */
  readonly statusDescription?: string | undefined;
  /** The response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same headers for a load balancer with multi-value headers, which reads no `headers`. */
  readonly multiValueHeaders?: Readonly<Record<string, string[]>> | undefined;
  /** The response body: plain text. */
  readonly body: string;
  /** Whether `body` is base64; load balancers want to be told. */
  readonly isBase64Encoded?: boolean | undefined;
}

const statusNames: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  503: 'Service Unavailable',
};

/** Returns what a load balancer reads of a response in addition: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
function toBalancerResult(
  event: LambdaEvent,
  { status, headers }: WebhookAnswer,
): Omit<LambdaResult, 'statusCode' | 'headers' | 'body'> {
  if (!event.requestContext?.elb) return {};
  const lists = Object.entries(headers).map(([name, value]): [string, string[]] => [name, [value]]);
  return {
    statusDescription: `${status} ${statusNames[status] ?? 'Error'}`,
    isBase64Encoded: false,
    ...(event.multiValueHeaders && { multiValueHeaders: Object.fromEntries(lists) }),
  };
}

/** Returns the headers, a repeated one as one string with commas. */
function toHeaders({ headers, multiValueHeaders }: LambdaEvent): Record<string, string> {
  const lists = Object.entries({ ...headers, ...multiValueHeaders });
  return Object.fromEntries(
    lists.map(([name, value = '']) => [name.toLowerCase(), [value].flat().join(', ')]),
  );
}

function toQuery(event: LambdaEvent): string {
  if (event.rawQueryString !== undefined) return event.rawQueryString;
  const single = Object.entries(event.queryStringParameters ?? {}).map(
    ([key, value]) => [key, [value]] as const,
  );
  const pairs = event.multiValueQueryStringParameters
    ? Object.entries(event.multiValueQueryStringParameters)
    : single;
  // A load balancer passes the query as it came, still encoded: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
  if (event.requestContext?.elb)
    return pairs.flatMap(([key, values = []]) => values.map((value) => `${key}=${value ?? ''}`)).join('&');
  const query = new URLSearchParams();
  for (const [key, values = []] of pairs) for (const value of values) query.append(key, value ?? '');
  return query.toString();
}

/**
 * Turns a webhook handler or a Flow endpoint into an AWS Lambda handler. A Lambda function is frozen after its response, so the response waits for your handlers:
 * keep them short, or give the webhook handler a `queue`.
 *
 * @throws {UsageError} if `handler` is neither. The Lambda handler rejects with it if a server of another style calls it.
 *
 * @example
 * export const handler = toLambda(createWebhookHandler({ appSecret, verifyToken, on }));
 */
export function toLambda(handler: RequestHandler): (event: LambdaEvent) => Promise<LambdaResult> {
  checkHandler('toLambda', handler);
  return async (event) => {
    checkCaller('toLambda', event, 'lambda', undefined);
    const isBase64 = event.isBase64Encoded && typeof event.body === 'string';
    const answer = await handler.handleRequest({
      method: event.requestContext?.http?.method ?? event.httpMethod ?? 'GET',
      url: `${event.rawPath ?? event.path ?? '/'}?${toQuery(event)}`,
      headers: toHeaders(event),
      body: isBase64 ? fromBase64(event.body ?? '') : event.body,
      bodyAdvice: 'AWS Lambda: pass the event as it comes, with its body as text and isBase64Encoded.',
    });
    await handler.drain?.();
    const { status, headers, body } = answer;
    return { statusCode: status, headers, body, ...toBalancerResult(event, answer) };
  };
}
