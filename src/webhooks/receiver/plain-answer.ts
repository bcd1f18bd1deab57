import type { WebhookAnswer } from './handler-options.ts';

/** Returns a plain text response that no browser interprets as anything else. */
export const plainAnswer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): WebhookAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers },
  body,
});

/** Converts an answer to a Fetch `Response`. */
export const toResponse = ({ status, headers, body }: WebhookAnswer): Response =>
  new Response(body, { status, headers });
