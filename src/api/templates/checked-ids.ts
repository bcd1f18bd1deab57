import { isList } from '../../errors/check-params.ts';
import { usageError } from '../../errors/usage-error.ts';

/** Checks that a list of ids is not empty and not too long for one call. */
export function checkedIds(ids: readonly string[], path: string, limit: number): readonly string[] {
  if (!isList(ids)) throw usageError(path, 'should be a list of ids');
  if (ids.length < 1 || ids.length > limit)
    throw usageError(path, `has ${ids.length} ids, 1 to ${limit} are allowed`, { limit });
  return ids;
}
