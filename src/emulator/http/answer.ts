import { graphVersionsAt } from '../../shared/graph-versions.ts';
import { toDigits } from '../../shared/phone-number.ts';
import { readBody, type CallBody } from './call-body.ts';
import { readParameters, type Call, type RouteResult, type RouteTable } from './call.ts';
import { ConnectionCut } from './connection-cut.ts';
import { codesAsStatus, type FaultEffect, type Faults } from '../faults/faults.ts';
import { toFaultTexts } from '../faults/fault-texts.ts';
import { errorReply, GraphError } from '../kernel/graph-error.ts';
import { at, toText, type JsonObject } from '../kernel/json.ts';
import { findRoute, getTarget, type Target } from './router.ts';
import { downloadMedia, isMediaPath } from '../media/media-download.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const empty: CallBody = { fields: {}, files: new Map(), bytes: new Uint8Array(), shown: undefined };

function checkToken(
  context: EmulatorContext,
  request: Request,
  query: URLSearchParams,
  target: Target,
): void {
  const { accessToken, appId, appSecret } = context.settings;
  const [, header] = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const token = header ?? query.get('access_token') ?? undefined;
  if (token === undefined)
    throw new GraphError(190, { message: 'An access token is required to request this resource.' });
  // The app's own token, its id and secret, reads the app and inspects tokens.
  const isApp = target.id === 'debug_token' || target.id === 'app' || target.id === appId;
  if (isApp && token === `${appId}|${appSecret}`) return;
  if (token !== accessToken)
    throw new GraphError(190, { message: 'Invalid OAuth access token - Cannot parse access token' });
  if (context.state.tokenExpired)
    throw new GraphError(190, {
      message: 'Error validating access token: Session has expired',
      subcode: 463,
    });
}

const jsonReply = (status: number, body: unknown, fbtraceId: string, version: number): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      'x-fb-trace-id': fbtraceId,
      'facebook-api-version': `v${version}.0`,
    },
  });

const brokenPage = (status: number): Response =>
  new Response(`<html><body><h1>${status}</h1><p>Sorry, something went wrong.</p></body></html>`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a call is answered with: the routes, and the failures asked for. */
export interface AnswerParts {
  readonly context: EmulatorContext;
  readonly routes: RouteTable;
  readonly faults: Faults;
  /** A deliberately slow answer does not count as work in progress: `waitForIdle` does not wait for it. */
  readonly asleep: (asleep: boolean) => void;
}

async function sleep(parts: AnswerParts, milliseconds: number | undefined): Promise<void> {
  if (milliseconds === undefined) return;
  parts.asleep(true);
  await pause(milliseconds);
  parts.asleep(false);
}

async function misbehave(parts: AnswerParts, failure: FaultEffect | undefined): Promise<void> {
  if (failure === undefined) return;
  await sleep(parts, failure.delay);
  if (failure.drop === 'before') throw new ConnectionCut();
  if (failure.code !== undefined && !codesAsStatus(failure))
    throw new GraphError(failure.code, toFaultTexts(failure));
}

function meetFailure(
  parts: AnswerParts,
  method: string,
  target: Target,
  fields: JsonObject,
): FaultEffect | undefined {
  const sends = method === 'POST' && (target.edge?.endsWith('messages') ?? false);
  const to = toText(fields['to']);
  return parts.faults.meet({
    on: 'api',
    method,
    path: `/${[target.id, target.edge, target.extra].filter((part) => part !== undefined).join('/')}`,
    to: sends && to !== undefined ? toDigits(to) : undefined,
    type: sends ? toText(fields['type']) : undefined,
    template: sends ? toText(at(fields, 'template', 'name')) : undefined,
  });
}

/** Carries a call out, with the failure that it meets. Its answer comes late where the failure says so, a refusal like a result. */
async function carryOut(parts: AnswerParts, call: Call, target: Target): Promise<RouteResult> {
  const { failure } = call;
  try {
    await misbehave(parts, failure);
    if (failure?.status !== undefined) return brokenPage(failure.status);
    const result = await findRoute(parts.context, parts.routes, call.method, target)(call);
    if (failure?.drop === 'after') throw new ConnectionCut();
    return result;
  } finally {
    await sleep(parts, failure?.delayAfter);
  }
}

/** Answers one call: version, token, failures on purpose, route; always in Meta's envelope, always in the journal. */
export async function answer(parts: AnswerParts, request: Request): Promise<Response> {
  const { context } = parts;
  const url = new URL(request.url);
  const fbtraceId = context.ids.fbtrace();
  const path = url.pathname.replace(/^\/v\d+\.0(?=\/)/, '');
  const startedAt = context.now();
  let body = empty;
  let version = graphVersionsAt(startedAt).newest;
  const log = (status: number, reply: unknown): void => {
    const entry = context.journal.add({
      kind: 'request',
      at: startedAt,
      method: request.method,
      path,
      query: url.search,
      version: url.pathname.slice(1, url.pathname.length - path.length),
      body: body.shown,
      status,
      reply,
      fbtraceId,
      milliseconds: context.now() - startedAt,
    });
    context.emit({ kind: 'request', at: entry.at, entry });
  };
  try {
    if (isMediaPath(url)) {
      const response = downloadMedia(context, request, url);
      log(response.status, `${response.headers.get('content-length') ?? 0} bytes`);
      return response;
    }
    const target = getTarget(url.pathname, startedAt);
    version = target.version;
    checkToken(context, request, url.searchParams, target);
    body = await readBody(request);
    url.searchParams.delete('access_token');
    const fields = readParameters({ ...Object.fromEntries(url.searchParams), ...body.fields });
    const failure = meetFailure(parts, request.method, target, fields);
    const call: Call = {
      context,
      method: request.method,
      ...target,
      url,
      headers: request.headers,
      fields,
      files: body.files,
      bytes: body.bytes,
      failure,
    };
    const result = await carryOut(parts, call, target);
    if (result instanceof Response) {
      log(result.status, failure?.status === undefined ? await result.clone().text() : 'a page of HTML');
      return result;
    }
    log(200, result);
    return jsonReply(200, result, fbtraceId, version);
  } catch (error) {
    if (error instanceof ConnectionCut) {
      log(0, 'connection cut');
      throw error;
    }
    if (!(error instanceof GraphError)) throw error;
    context.state.counts.refused += 1;
    const reply = errorReply(error, fbtraceId);
    log(reply.status, reply.body);
    return jsonReply(reply.status, reply.body, fbtraceId, version);
  }
}
