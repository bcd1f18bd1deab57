import { isUsageError } from '../../errors/usage-error.ts';
import { isWebhookError } from '../../errors/webhook-error.ts';
import { readJson } from '../../webhooks/events/read-json.ts';
import { readWhole } from '../http/call-body.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { IdleTimeoutError } from '../time/idle-timeout-error.ts';
import { foreignFileHeaders } from '../media/media-download.ts';
import { eventStream } from './event-stream.ts';
import type { ControlContext } from './control-context.ts';
import { performAction } from './perform-action.ts';
import { phoneState } from './phone-state.ts';
import { phonePaths, type ActionResult } from '../page/protocol/protocol.ts';

const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

const notHere = (): Response => new Response('Not found\n', { status: 404, headers });

const result = (status: number, body: ActionResult): Response => Response.json(body, { status, headers });

// A document of 100 MB in base64.
const mostBytes = 140 * 2 ** 20;

async function act(context: ControlContext, request: Request): Promise<Response> {
  // No other type: a browser sends JSON across sites only after it has asked.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return result(415, { ok: false, error: 'Send the action as JSON with content-type: application/json.' });
  try {
    const text = new TextDecoder().decode(await readWhole(request, mostBytes));
    await performAction(context, readJson(text));
    return result(200, { ok: true });
  } catch (error) {
    // It is done; only the bot is still at work, and the page sees what it sends.
    if (error instanceof IdleTimeoutError) return result(200, { ok: true });
    if (isUsageError(error)) return result(400, { ok: false, error: error.message });
    if (isWebhookError(error))
      return result(400, { ok: false, error: 'The action is not JSON, or nests too deep.' });
    if (error instanceof GraphError)
      return result(error.parts.status ?? 400, { ok: false, error: error.parts.message ?? error.message });
    throw error;
  }
}

async function page(): Promise<Response> {
  const { phoneDocument } = await import('../page/document.ts');
  const { html, headers: own } = await phoneDocument();
  return new Response(html, { headers: own });
}

function media(context: ControlContext, id: string): Response {
  const file = context.core.context.state.media.get(id);
  if (file === undefined) return notHere();
  // Sent as a file of an unknown kind unless it is a plain picture, sound or film: a hostile upload must not run as a page.
  const isHarmless = /^(?:image\/(?:jpeg|png|webp|gif)|(?:audio|video)\/[\w.-]+)(?:;|$)/.test(file.mimeType);
  return new Response(file.bytes, {
    headers: {
      ...headers,
      ...foreignFileHeaders,
      'content-type': isHarmless ? file.mimeType : 'application/octet-stream',
    },
  });
}

/** Whether a path belongs to the phone page and not to the Graph API. */
export const isControlPath = (pathname: string): boolean => pathname.startsWith(phonePaths.page);

/** Serves the phone page and what it needs: state, events, actions, media. The shapes stand in `page/protocol/`. */
export async function control(context: ControlContext, request: Request): Promise<Response> {
  const { pathname, origin } = new URL(request.url);
  if (request.method === 'POST') return pathname === phonePaths.actions ? act(context, request) : notHere();
  if (request.method !== 'GET') return notHere();
  if (pathname === phonePaths.page) return page();
  if (pathname === phonePaths.state) return Response.json(phoneState(context.core, origin), { headers });
  if (pathname === phonePaths.events) return eventStream(context.core, origin);
  return pathname.startsWith(phonePaths.media)
    ? media(context, pathname.slice(phonePaths.media.length))
    : notHere();
}
