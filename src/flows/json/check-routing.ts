import { getNextScreen, isRecord, toList, type FlowScreenTree, type FlowTree } from './flow-tree.ts';
import { issueOf, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { flowJsonLimits } from './rules.ts';
import { isAtLeast } from './versions.ts';

/** Which screens follow each screen. */
type Routes = ReadonlyMap<string, readonly string[]>;

/** The routes that the actions of the screens make. */
const getNavigation = ({ screens }: FlowTree): Routes =>
  new Map(
    screens.map(({ id, actions }) => [
      id,
      [...new Set(actions.map(getNextScreen).filter((next) => next !== '' && next !== id))],
    ]),
  );

/** The routes of `routing_model`, as far as its shape allows. */
const getModel = (model: Readonly<Record<string, unknown>>): Routes =>
  new Map(
    Object.entries(model).map(([from, list]) => [
      from,
      toList(list).filter((to): to is string => typeof to === 'string'),
    ]),
  );

/** Returns the screens that nothing connects with the first one, in either direction. */
function findIslands(ids: readonly string[], routes: Routes): readonly string[] {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  };
  for (const [from, list] of routes)
    for (const to of list) {
      join(from, to);
      join(to, from);
    }
  const reached = new Set(ids.slice(0, 1));
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return ids.filter((id) => !reached.has(id));
}

/** Returns the screens that a Flow may begin with: nothing leads to them. Source: Meta, "Flow JSON: routing model". */
export function getEntryScreens(tree: FlowTree): readonly string[] {
  const model = tree.json['routing_model'];
  const declared = isRecord(model) ? [...getModel(model).values()].flat() : [];
  const navigated = [...getNavigation(tree).values()].flat();
  // From 7.3 the actions count as well as the model. Source: the Builder.
  const isOfModel = isRecord(model) && !isAtLeast(tree.version, '7.3');
  const entered = new Set(isOfModel ? declared : [...declared, ...navigated]);
  return tree.screens.map(({ id }) => id).filter((id) => !entered.has(id));
}

const root = 'routing_model';

const hasNavigationList = ({ components }: FlowScreenTree): boolean =>
  components.some(({ type }) => type === 'NavigationList');

function checkBranches(path: (from: string) => string, routes: Routes): readonly FlowJsonIssue[] {
  const { branchesPerScreen: most } = flowJsonLimits;
  return [...routes].flatMap(([from, list]) =>
    when(
      list.length > most,
      'routing',
      path(from),
      `leads to ${list.length} screens; the most is ${most}`,
      most,
    ),
  );
}

function checkModel(tree: FlowTree, model: Readonly<Record<string, unknown>>): readonly FlowJsonIssue[] {
  const ids = tree.screens.map(({ id }) => id).filter((id) => id !== '');
  const routes = getModel(model);
  const pathOf = (from: string) => `${root}.${from}`;
  const edges = [...routes].flatMap(([from, list]) =>
    list.map((to, index) => ({ from, to, path: `${pathOf(from)}[${index}]` })),
  );
  const mistyped = Object.entries(model).flatMap(([from, list]) =>
    when(!Array.isArray(list), 'type', pathOf(from), 'should be a list of screen ids'),
  );
  const named = new Set([...routes.keys(), ...edges.map(({ to }) => to)]);
  // A terminal screen may be left out: nothing follows it. Source: the Builder.
  const terminal = tree.screens.filter(({ isTerminal }) => isTerminal).map(({ id }) => id);
  const unknown = [
    ...ids
      .filter((id) => !named.has(id) && !terminal.includes(id))
      .map((id) => issueOf('routing', root, `lacks the screen ${id}; add "${id}": []`)),
    ...[...routes.keys()]
      .filter((id) => !ids.includes(id))
      .map((id) => issueOf('routing', pathOf(id), 'is no screen of this Flow')),
    ...edges
      .filter(({ to }) => !ids.includes(to))
      .map(({ to, path }) => issueOf('routing', path, `is ${to}, which is no screen of this Flow`)),
  ];
  const wrongWay = edges.flatMap(({ from, to, path }) => {
    if (from === to) return [issueOf('routing', path, 'leads to the screen itself; leave it out')];
    const isBack = routes.get(to)?.includes(from) === true && ids.indexOf(to) < ids.indexOf(from);
    return when(
      isBack,
      'routing',
      path,
      `leads back to ${to}; only forward routes are listed, the way back is free`,
    );
  });
  const listScreens = tree.screens.filter(hasNavigationList).map(({ id }) => id);
  const undeclared = [...getNavigation(tree)].flatMap(([from, list]) =>
    (listScreens.includes(from) ? [] : list)
      .filter((to) => ids.includes(to) && to !== from && routes.get(from)?.includes(to) === false)
      .map((to) => issueOf('routing', pathOf(from), `lacks ${to}, to which an action of that screen leads`)),
  );
  if (mistyped.length > 0) return mistyped;
  const first = [...unknown, ...checkBranches(pathOf, routes), ...wrongWay, ...undeclared];
  if (first.length > 0) return first;
  const islands = findIslands(ids, routes);
  return [
    ...when(
      getEntryScreens(tree).length === 0 && ids.length > 0,
      'routing',
      root,
      'leads to every screen; one must have no route to it, to begin with',
    ),
    ...when(
      islands.length > 0,
      'routing',
      root,
      `connects nothing with ${islands.join(', ')}; lead to each screen`,
    ),
  ];
}

/** Without a model the actions are the routes. A `NavigationList` may lead anywhere. */
function checkNavigation(tree: FlowTree): readonly FlowJsonIssue[] {
  const ids = tree.screens.map(({ id }) => id).filter((id) => id !== '');
  const routes = getNavigation(tree);
  const pathOf = (id: string) => tree.screens.find((screen) => screen.id === id)?.path ?? 'screens';
  const hasList = tree.screens.some(hasNavigationList);
  const islands = hasList ? [] : findIslands(ids, routes);
  return [
    ...checkBranches(pathOf, routes),
    ...islands.map((id) =>
      issueOf('routing', `${pathOf(id)}.id`, `${id} is connected with no other screen; navigate to it`),
    ),
    ...when(
      !hasList && ids.length > 0 && getEntryScreens(tree).length === 0,
      'routing',
      'screens',
      'has no screen to begin with: actions lead to each; leave out the way back, it is free',
    ),
  ];
}

/** Checks the actions' next screens, the routing model and what it needs. */
export function checkRouting(tree: FlowTree): readonly FlowJsonIssue[] {
  const ids = tree.screens.map(({ id }) => id);
  const targets = tree.screens.flatMap(({ id, actions }) =>
    actions.flatMap((action) => {
      const next = getNextScreen(action);
      const at = `${action.path}.next.name`;
      return [
        ...when(
          next !== '' && !ids.includes(next),
          'nextScreen',
          at,
          `is ${next}, which is no screen of this Flow; they are ${ids.join(', ')}`,
        ),
        ...when(next !== '' && next === id, 'nextScreen', at, 'is the screen itself; name another one'),
      ];
    }),
  );
  const model = tree.json[root];
  if (isRecord(model)) return [...targets, ...checkModel(tree, model)];
  if (model !== undefined) return [...targets, issueOf('type', root, 'should be an object')];
  if (tree.hasEndpoint)
    return [
      ...targets,
      issueOf('endpoint', root, 'is missing; a Flow with data_api_version lists its routes'),
    ];
  return targets.length > 0 ? targets : checkNavigation(tree);
}
