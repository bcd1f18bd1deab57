/** Returns how many letters to insert, delete or replace to make one text the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column += 1)
      next.push(
        Math.min(
          (row[column] ?? 0) + (one[index] === other[column] ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

/**
 * Returns the known name that a misspelt one most likely means, or `undefined` if none is similar: one that differs by a letter or two,
 * otherwise one that contains the misspelt name or is contained in it (four letters or more). Case does not matter.
 *
 * @example
 * findNearestName('mesage', ['status', 'message']); // 'message'
 * findNearestName('token', ['phoneNumberId', 'accessToken']); // 'accessToken'
 */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
  const low = name.toLowerCase();
  const ranked = known
    .map((one) => ({ one, distance: editDistance(low, one.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance);
  const [nearest] = ranked;
  if (nearest !== undefined && nearest.distance <= Math.min(2, Math.floor(low.length / 3)))
    return nearest.one;
  const isPart = (part: string, whole: string) => part.length > 3 && whole.includes(part);
  return ranked.find(({ one }) => isPart(low, one.toLowerCase()) || isPart(one.toLowerCase(), low))?.one;
}

/**
 * Returns the rest of a sentence that begins with an unknown name: the nearest known name, or all of them.
 *
 * @param role What the known names are, with its article: `an option`.
 *
 * @example
 * describeUnknownName('tokn', 'an option', ['token', 'to']); // 'is not an option; did you mean token?'
 */
export function describeUnknownName(name: string, role: string, known: readonly string[]): string {
  const nearest = findNearestName(name, known);
  return `is not ${role}; ${nearest === undefined ? `they are ${known.join(', ')}` : `did you mean ${nearest}?`}`;
}
