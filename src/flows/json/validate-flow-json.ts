import { findNearestName } from '../../shared/nearest-name.ts';
import { checkRouting } from './check-routing.ts';
import { checkScreen } from './check-screen.ts';
import { isRecord, toFlowTree, toList, type FlowTree, type JsonRecord } from './flow-tree.ts';
import { issueOf, pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { flowJsonLimits } from './rules.ts';
import {
  dataApiVersions,
  isAtLeast,
  newestFlowJson,
  publishableVersions,
  sendableOnlyVersions,
  toVersionNumber,
} from './versions.ts';

// Source: Meta, "Flow JSON: top-level properties"; `meta` is what Meta's Builder writes there, from 5.1.
const properties = ['version', 'screens', 'data_api_version', 'routing_model', 'meta'];

function parse(flowJson: unknown): { readonly json: JsonRecord } | { readonly fault: FlowJsonIssue } {
  let value: unknown;
  try {
    const text = typeof flowJson === 'string' ? flowJson : JSON.stringify(flowJson);
    const { bytes: most } = flowJsonLimits;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > most) return { fault: issueOf('json', '', `has ${bytes} bytes; the most is ${most}`, most) };
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? `: ${error.message}` : '';
    return { fault: issueOf('json', '', `is no JSON${why}`) };
  }
  return isRecord(value)
    ? { json: value }
    : { fault: issueOf('json', '', 'should be an object with version and screens') };
}

/** Returns what is wrong with the version alone; the schema of a version that cannot be published is not looked at. */
function checkVersion(version: unknown): readonly FlowJsonIssue[] {
  const choice = `publish in ${publishableVersions.join(', ')}`;
  const number = toVersionNumber(version);
  if (version === undefined) return [issueOf('versionMissing', 'version', `is missing; ${choice}`)];
  if (number === undefined || typeof version !== 'string')
    return [issueOf('versionForm', 'version', `is no version; write it as "${newestFlowJson}"`)];
  if (publishableVersions.includes(version)) return [];
  if (isAtLeast(version, newestFlowJson))
    return [
      issueOf(
        'versionUnknown',
        'version',
        `is ${version}, newer than this check knows (${newestFlowJson}); it may miss what is new`,
      ),
    ];
  const still = sendableOnlyVersions.includes(version) ? '; Flows published in it can still be sent' : '';
  return [
    issueOf('versionEnded', 'version', `is ${version}, which is not published any more${still}; ${choice}`),
  ];
}

function checkDataApi(json: JsonRecord, version: string): readonly FlowJsonIssue[] {
  const given = json['data_api_version'];
  const at = 'data_api_version';
  if (given === undefined) return [];
  if (typeof given !== 'string') return [issueOf('type', at, 'should be a text, such as "4.0"')];
  const fitting = dataApiVersions.filter(({ since }) => isAtLeast(version, since)).map((row) => row.version);
  const newest = dataApiVersions.at(-1)?.version ?? '';
  if (fitting.some((one) => one === given)) return [];
  if (toVersionNumber(given) !== undefined && isAtLeast(given, newest) && given !== newest)
    return [issueOf('dataApiVersionUnknown', at, `is ${given}, newer than this check knows (${newest})`)];
  return [issueOf('dataApiVersion', at, `is ${given}; Flow JSON ${version} takes ${fitting.join(' or ')}`)];
}

function checkTop(tree: FlowTree): readonly FlowJsonIssue[] {
  const { json } = tree;
  return Object.keys(json)
    .filter((name) => !properties.includes(name))
    .map((name) => {
      const rule = tree.isNewer ? 'propertyUnknown' : 'property';
      if (name === 'data_channel_uri')
        return issueOf(
          rule,
          name,
          'is not taken from Flow JSON 3.0 on; set the endpoint of the Flow with updateFlow({ endpointUri })',
        );
      const nearest = findNearestName(name, properties);
      return issueOf(
        rule,
        name,
        `is no property of a Flow JSON; ${nearest === undefined ? `they are ${properties.join(', ')}` : `did you mean ${nearest}?`}`,
      );
    });
}

function checkScreens(tree: FlowTree): readonly FlowJsonIssue[] {
  const given = tree.json['screens'];
  const { screens: most } = flowJsonLimits;
  if (given === undefined) return [issueOf('required', 'screens', 'is missing; list the screens')];
  if (!Array.isArray(given)) return [issueOf('type', 'screens', 'should be a list of screens')];
  if (given.length === 0) return [issueOf('minItems', 'screens', 'has 0 items; at least 1 is needed', 1)];
  const terminal = tree.screens.filter(({ isTerminal }) => isTerminal);
  const seen = new Set<string>();
  const twice = tree.screens.flatMap(({ path, id }) => {
    const isTwice = id !== '' && seen.has(id);
    seen.add(id);
    return when(
      isTwice,
      'screenIdTwice',
      `${path}.id`,
      `is ${id}, as that of another screen; ids are unique`,
    );
  });
  return [
    ...when(
      given.length > most,
      'screens',
      'screens',
      `has ${given.length} screens; the most is ${most}`,
      most,
    ),
    ...toList(given).flatMap((screen, index) =>
      when(!isRecord(screen), 'type', pathTo('screens', index), 'should be an object, a screen'),
    ),
    ...twice,
    ...when(
      terminal.length === 0,
      'noTerminal',
      'screens',
      'has no terminal screen; set terminal: true on the last one',
    ),
    ...when(
      terminal.length > 0 && terminal.every(({ json }) => json['success'] === false),
      'value',
      `${terminal[0]?.path ?? 'screens'}.success`,
      'is false on every terminal screen; at least one ends the Flow with success',
    ),
  ];
}

/** Needs an endpoint, and the Flow names none: `data_api_version` is missing. */
function checkEndpoint(tree: FlowTree): readonly FlowJsonIssue[] {
  if (tree.hasEndpoint) return [];
  return tree.screens.flatMap(({ path, json, actions }) => [
    ...actions
      .filter(({ name }) => name === 'data_exchange')
      .map((action) =>
        issueOf(
          'endpoint',
          `${action.path}.name`,
          'is data_exchange, which needs data_api_version and an endpoint',
        ),
      ),
    ...when(
      json['refresh_on_back'] === true,
      'value',
      `${path}.refresh_on_back`,
      'is true, which needs data_api_version and an endpoint',
    ),
  ]);
}

/**
 * Returns the issues of a Flow JSON under every rule of Meta's that can be checked offline, before it is uploaded: versions, screens,
 * components and their properties, data and bindings, actions, and the routing model. Meta refuses to publish a Flow with an error; a warning
 * does not stop it.
 *
 * Never throws, for any value. An empty list means that no issue was found, not that Meta will publish the Flow: whether the Flow has an
 * endpoint that answers, a key and an app is not in its JSON.
 *
 * Source: Meta, "Flows: error codes" (static validation errors), "Flow JSON components", "WhatsApp Flows changelog".
 *
 * @param flowJson The object or its text, as `uploadFlowJson` takes it.
 *
 * @example
 * validateFlowJson({ version: '7.3', screens: [{ id: 'SCREEN_1', title: 'Day', layout: { type: 'SingleColumnLayout', children: [] } }] });
 * // [{ code: 'MISSING_TERMINAL_SCREEN', path: 'screens', … }, { code: 'PATTERN_MISMATCH', path: 'screens[0].id', … }]
 */
export function validateFlowJson(flowJson: string | object): readonly FlowJsonIssue[] {
  const parsed = parse(flowJson);
  if ('fault' in parsed) return [parsed.fault];
  const { json } = parsed;
  const found = checkVersion(json['version']);
  const { version } = json;
  if (typeof version !== 'string' || found.some(({ severity }) => severity === 'error')) return found;
  const tree = toFlowTree(json, version, found.length > 0);
  return [
    ...found,
    ...checkTop(tree),
    ...checkDataApi(json, version),
    ...checkScreens(tree),
    ...tree.screens.flatMap((screen) => checkScreen(tree, screen)),
    ...checkEndpoint(tree),
    ...checkRouting(tree),
  ];
}
