import type { FlowAction } from './components.ts';
import { isRecord, type FlowTree, type JsonRecord } from './flow-tree.ts';
import { issueOf, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { isAtLeast } from './versions.ts';

// Source: the same schemas as those of the components.
const addedIn60: readonly string[] = ['open_url', 'update_data'];
const ofClick = ['name', 'payload', 'next', 'url'];
const ofSelect = ['name', 'payload'];

const isWebAddress = (url: string): boolean =>
  url.startsWith('${') || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));

function checkNext(path: string, next: unknown): readonly FlowJsonIssue[] {
  if (!isRecord(next)) return [issueOf('type', path, 'should be { "type": "screen", "name": … }')];
  return ['name', 'type'].flatMap((name) =>
    when(
      next[name] === undefined,
      name === 'type' ? 'requiredType' : 'required',
      `${path}.${name}`,
      'is missing; a next screen has a type and a name',
    ),
  );
}

/** Checks an action alone: its name where it stands, and what goes with that name. */
export function checkAction(
  tree: FlowTree,
  path: string,
  action: JsonRecord,
  { kind, actions }: { readonly kind: 'click' | 'select'; readonly actions: readonly FlowAction[] },
): readonly FlowJsonIssue[] {
  const { name, payload, next, url } = action;
  const allowed = actions.filter((one) => !addedIn60.includes(one) || isAtLeast(tree.version, '6.0'));
  if (name === undefined)
    return [issueOf('required', `${path}.name`, `is missing; it is one of ${allowed.join(', ')}`)];
  if (typeof name !== 'string') return [issueOf('type', `${path}.name`, 'should be a text')];
  if (!allowed.some((one) => one === name))
    return [
      issueOf(
        kind === 'click' ? 'enum' : 'value',
        `${path}.name`,
        `is ${name}; here it is one of ${allowed.join(', ')}`,
      ),
    ];
  const known = kind === 'click' ? ofClick : ofSelect;
  const foreign = [
    ...(next !== undefined && name !== 'navigate' ? ['next'] : []),
    ...(url !== undefined && name !== 'open_url' ? ['url'] : []),
    ...(payload !== undefined && name === 'open_url' ? ['payload'] : []),
  ].filter((one) => known.includes(one));
  return [
    ...Object.keys(action).flatMap((one) =>
      when(
        !known.includes(one),
        'property',
        `${path}.${one}`,
        `is no property of an action; they are ${known.join(', ')}`,
      ),
    ),
    ...foreign.map((one) => issueOf('exclusive', `${path}.${one}`, `does not go with the action ${name}`)),
    ...when(
      kind === 'select' && payload === undefined,
      'required',
      `${path}.payload`,
      'is missing; give {} to send nothing',
    ),
    ...when(payload !== undefined && !isRecord(payload), 'type', `${path}.payload`, 'should be an object'),
    ...when(
      name === 'navigate' && next === undefined,
      'required',
      `${path}.next`,
      'is missing; name the next screen',
    ),
    ...(name === 'navigate' && next !== undefined ? checkNext(`${path}.next`, next) : []),
    ...when(
      name === 'open_url' && url === undefined,
      'required',
      `${path}.url`,
      'is missing; give the address to open',
    ),
    ...when(
      name === 'open_url' && url !== undefined && !(typeof url === 'string' && isWebAddress(url)),
      'format',
      `${path}.url`,
      'should be an http or https address',
    ),
  ];
}
