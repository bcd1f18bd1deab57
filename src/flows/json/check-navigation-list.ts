import { isRecord, toList, toRecord, type PlacedComponent } from './flow-tree.ts';
import { pathTo, when, type FlowJsonIssue } from './flow-json-issue.ts';
import { flowJsonLimits } from './rules.ts';

function checkItem(path: string, item: Readonly<Record<string, unknown>>): readonly FlowJsonIssue[] {
  const { tagsPerItem: most } = flowJsonLimits;
  const tags = toList(item['tags']).length;
  const { end } = item;
  return [
    ...when(tags > most, 'maxItems', `${path}.tags`, `has ${tags} tags; the most is ${most}`, most),
    ...when(
      isRecord(end) && ![1, 2].includes(Object.keys(end).length),
      'listTwice',
      `${path}.end`,
      'should have one or two of title, description and metadata',
    ),
  ];
}

/** Checks what the parts of a `NavigationList` allow together. */
export function checkNavigationList({ path, json }: PlacedComponent): readonly FlowJsonIssue[] {
  const items = toList(json['list-items']).map(toRecord);
  if (items.length === 0) return [];
  const hasOwn = json['on-click-action'] !== undefined;
  const withAction = items.filter((item) => item['on-click-action'] !== undefined).length;
  return [
    ...items.flatMap((item, index) => checkItem(pathTo(`${path}.list-items`, index), item)),
    ...when(
      json['media-size'] === 'large' && items.some((item) => item['end'] !== undefined),
      'listCondition',
      `${path}.media-size`,
      'is large, which does not go with an item that has an end',
    ),
    ...when(
      hasOwn && withAction > 0,
      'listTwice',
      `${path}.on-click-action`,
      'stands on the list and on its items; keep one of the two',
    ),
    ...when(
      !hasOwn && withAction < items.length,
      'required',
      `${path}.on-click-action`,
      'is missing; give it to the list, or to every item',
    ),
    ...when(
      items.filter((item) => item['badge'] !== undefined).length > 1,
      'maxItems',
      `${path}.list-items`,
      'has several items with a badge; the most is 1',
      1,
    ),
  ];
}
