import { pathTo } from '../../flows/json/flow-json-issue.ts';

/** Where a value stands in a text: lines and columns from 1, the end without its last column. */
export interface JsonPosition {
  readonly line_start: number;
  readonly line_end: number;
  readonly column_start: number;
  readonly column_end: number;
}

/** An object or a list that is still open. */
interface Frame {
  readonly path: string;
  readonly start: number;
  readonly isList: boolean;
  index: number;
  key: string | undefined;
}

type Range = readonly [start: number, end: number];

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Finds the range of every value of a JSON text by its path. */
function getRanges(text: string): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const open: Frame[] = [];
  const here = (): string => {
    const frame = open.at(-1);
    if (frame === undefined) return '';
    return pathTo(frame.path, frame.isList ? frame.index : (frame.key ?? ''));
  };
  for (const { 0: part, index } of text.matchAll(token)) {
    const frame = open.at(-1);
    if (part === '{' || part === '[') {
      open.push({ path: here(), start: index, isList: part === '[', index: 0, key: undefined });
    } else if (part === '}' || part === ']') {
      open.pop();
      if (frame) ranges.set(frame.path, [frame.start, index + 1]);
    } else if (part === ',') {
      if (frame) Object.assign(frame, { index: frame.index + 1, key: undefined });
    } else if (part !== ':') {
      if (frame && !frame.isList && frame.key === undefined) frame.key = String(JSON.parse(part));
      else ranges.set(here(), [index, index + part.length]);
    }
  }
  return ranges;
}

/** Returns a function from a path to its position in a valid JSON text; of what is missing, the position of what should hold it. */
export function createLocator(text: string): (path: string) => JsonPosition {
  // Text that is no JSON has one issue, without a path.
  let ranges: ReadonlyMap<string, Range> | undefined;
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const place = (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const find = (path: string): Range => {
    if (path === '') return [0, 0];
    ranges ??= getRanges(text);
    const range = ranges.get(path);
    if (range !== undefined) return range;
    return find(path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('['))));
  };
  return (path) => {
    const [start, end] = find(path).map(place);
    return {
      line_start: start?.line ?? 1,
      line_end: end?.line ?? 1,
      column_start: start?.column ?? 1,
      column_end: end?.column ?? 1,
    };
  };
}
