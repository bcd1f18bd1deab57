import { graphVersionsAt } from '../../shared/graph-versions.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import type { NodeKind, Route, RouteTable } from './call.ts';
import { isDocumented, getPath } from './parity.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** A path taken apart. */
export interface Target {
  readonly version: number;
  readonly id: string;
  readonly edge: string | undefined;
  readonly extra: string | undefined;
}

const unknownPath = (path: string): GraphError =>
  new GraphError(2500, { message: `Unknown path components: ${path}` });

const roots = new Set(['message_template_library', 'debug_token', 'me', 'oauth']);
const parityDocs = 'docs/emulator-parity.md in wabakit';

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw unknownPath(`/${part}`);
  }
}

/**
 * Takes a path apart. A call to an expired version is served by the oldest that lives at the time, as Meta does; one to a version newer than
 * known is served as it stands, which Meta refuses: an emulator grows old. Anything else that looks like a version is an unknown path.
 */
export function getTarget(path: string, now: number): Target {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  const [, digits] = /^v(\d+)\.0$/.exec(first) ?? [];
  const looksLikeVersion = /^(?:v?\d+\.|v\d+$)/.test(first);
  if (digits === undefined && looksLikeVersion) throw unknownPath(`/${[first, ...rest].join('/')}`);
  const { oldest, newest } = graphVersionsAt(now);
  const version = digits === undefined ? newest : Math.max(oldest, Number(digits));
  const [id, edge, extra, ...more] = (digits === undefined ? [first, ...rest] : rest).map(decode);
  if (id === undefined || id === '' || more.length > 0) throw unknownPath(`/${more.join('/')}`);
  return { version, id, edge, extra };
}

/** What an id stands for. */
function getKind(context: EmulatorContext, id: string): NodeKind | undefined {
  const { state, settings } = context;
  if (state.phoneNumbers.has(id)) return 'phone';
  if (id === state.waba.id) return 'waba';
  const template = state.templates.get(id);
  if (template) return template.status === 'DELETED' ? undefined : 'template';
  if (state.templateGroups.has(id)) return 'template_group';
  if (state.media.has(id)) return 'media';
  if (state.flows.has(id)) return 'flow';
  if (state.groups.has(id)) return 'group';
  if (state.uploads.has(id)) return 'upload';
  if (state.migrations.has(id)) return 'migration';
  if (id === settings.appId || id === 'app') return 'app';
  if (id === settings.businessId) return 'business';
  return roots.has(id) ? 'root' : undefined;
}

const isMethod = (method: string): method is 'GET' | 'POST' | 'DELETE' =>
  method === 'GET' || method === 'POST' || method === 'DELETE';

/** Finds the route of a call. */
export function findRoute(
  context: EmulatorContext,
  routes: RouteTable,
  method: string,
  target: Target,
): Route {
  const kind = getKind(context, target.id);
  if (kind === undefined || !isMethod(method)) throw noSuchObject(method, target.id);
  const name = kind === 'root' ? target.id : kind;
  const edge = target.edge === undefined ? '' : `/${target.edge}`;
  const key = `${method} ${name}${edge}` as const;
  // The third part is a fixed word (archive) or an id.
  const keys = target.extra === undefined ? [key] : ([`${key}/${target.extra}`, `${key}/*`] as const);
  const [route] = keys.flatMap((one) => routes[one] ?? []);
  if (route) return route;
  const wanted = keys.find(isDocumented);
  if (wanted === undefined) {
    const [, ...shown] = [target.id, target.edge, target.extra].filter((part) => part !== undefined);
    throw unknownPath(`/${shown.length === 0 ? target.id : shown.join('/')}`);
  }
  throw new GraphError(100, {
    message: `(#100) Not emulated: ${getPath(wanted)}`,
    details: `Not emulated: ${getPath(wanted)}. What is, and what differs: ${parityDocs}`,
    status: 501,
  });
}
