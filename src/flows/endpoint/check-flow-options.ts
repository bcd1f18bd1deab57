import { UsageError } from '../../errors/usage-error.ts';
import type { Issue } from '../../shared/issue.ts';
import { describeUnknownName } from '../../shared/nearest-name.ts';
import type { FlowEndpointOptions, FlowHandlers } from './flow-endpoint-options.ts';
import { flowEndpointDocs as docs } from './private-key.ts';

const optionNames = {
  privateKey: true,
  passphrase: true,
  appSecret: true,
  on: true,
  requireFlowTokenSignature: true,
  maxBytes: true,
  bodyTimeout: true,
  onError: true,
} satisfies Record<keyof FlowEndpointOptions, true>;

const actionNames = {
  init: true,
  dataExchange: true,
  back: true,
  error: true,
  ping: true,
  unknown: true,
} satisfies Record<keyof FlowHandlers, true>;

/** An option that is empty because its environment variable is not set is the usual mistake. */
const isMissing = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length === 0 || value.some(isMissing)
    : typeof value !== 'function' && (typeof value !== 'string' || value === '');

const getUnknownNames = (given: object, known: object, role: string, prefix = ''): readonly Issue[] =>
  Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({
      path: `${prefix}${name}`,
      message: describeUnknownName(name, role, Object.keys(known)),
    }));

function getSecretIssues({
  privateKey,
  appSecret,
  requireFlowTokenSignature,
}: Partial<Record<keyof FlowEndpointOptions, unknown>>): readonly Issue[] {
  const issues: Issue[] = [];
  if (isMissing(privateKey))
    issues.push({
      path: 'privateKey',
      message:
        'is missing or empty; give the PEM private key (is its environment variable set?), or a function that returns it',
      docs,
    });
  if (appSecret !== false && isMissing(appSecret))
    issues.push({
      path: 'appSecret',
      message:
        'is missing or empty; give the secret of the app that is connected to the Flow (is its environment variable set?), or a function that returns it',
      docs,
    });
  if (appSecret === false && requireFlowTokenSignature === true)
    issues.push({ path: 'appSecret', message: 'is needed to verify the flow token signature', docs });
  return issues;
}

function getHandlerIssues(on: unknown): readonly Issue[] {
  if (typeof on !== 'object' || on === null)
    return [
      { path: 'on', message: 'is missing; give your functions by action, such as { init, dataExchange }' },
    ];
  const notCallable = Object.entries(on)
    .filter(([, handler]) => handler !== undefined && typeof handler !== 'function')
    .map(([name]) => ({ path: `on.${name}`, message: 'should be a function' }));
  return [...getUnknownNames(on, actionNames, 'an action', 'on.'), ...notCallable];
}

/**
 * Checks what the types cannot, for callers in JavaScript and for environment variables that are not set.
 *
 * @throws {UsageError} that names every option and action that cannot work, and the nearest right name.
 */
export function checkFlowOptions(options: Partial<Record<keyof FlowEndpointOptions, unknown>> = {}): void {
  const issues = [
    ...getSecretIssues(options),
    ...getUnknownNames(options, optionNames, 'an option'),
    ...getHandlerIssues(options.on),
  ];
  if (issues.length > 0)
    throw new UsageError({ summary: 'createFlowEndpoint cannot use these options.', issues });
}
