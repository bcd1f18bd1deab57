import type { WebhookAnswer } from './handler-options.ts';

/** A plain text answer that no browser takes for anything else. */
export const plainAnswer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): WebhookAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers },
  body,
});

/** The same for servers of the Fetch style. */
export const toResponse = ({ status, headers, body }: WebhookAnswer): Response =>
  new Response(body, { status, headers });
