import type { Issue } from '../../shared/issue.ts';
import { notFetchable, notMediaId } from '../../schemas/media-source.ts';
import { validateMessage } from '../../schemas/message.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, type JsonObject } from '../kernel/json.ts';

const valueAt = (payload: JsonObject, path: string): unknown =>
  at(payload, ...path.split(/[.[\]]+/).filter(Boolean));

/**
 * Which of Meta's codes fits: 131008 for what is missing, 100 for an unknown field, an unknown type and an overrun, 131009 for any other value.
 * Source: the actions of these codes on Meta's error code page.
 */
function getCode(payload: JsonObject, issue: Issue): 100 | 131008 | 131009 {
  const value = valueAt(payload, issue.path);
  if (value === undefined || value === '') return 131008;
  if (issue.limit !== undefined || issue.path.endsWith('type')) return 100;
  return issue.message.startsWith('is not a field') ? 100 : 131009;
}

// `checkMedia` finds these with the files that a message names: they have a code of their own.
const judgedWithTheFiles: ReadonlySet<string> = new Set([notMediaId, notFetchable]);

/** Refuses a payload as Meta does: the first thing that is wrong gives the code, all of them stand in the details. */
export function checkPayload(payload: JsonObject): void {
  const issues = validateMessage(payload).filter(({ message }) => !judgedWithTheFiles.has(message));
  const [first] = issues;
  if (first === undefined) return;
  const details = issues.map(({ path, message }) => `${path} ${message}`).join('; ');
  const code = getCode(payload, first);
  throw new GraphError(
    code,
    code === 100 ? { message: `(#100) Invalid parameter: ${first.path}`, details } : { details },
  );
}
