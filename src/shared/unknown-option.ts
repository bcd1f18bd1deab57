/** Returns the problem of an option that does not exist: the nearest name, or all of them. `of` names the function where the options alone do not. */
export function unknownOption(name: string, known: readonly string[], of?: string): string {
  const low = name.toLowerCase();
  const near = known.find((candidate) => {
    const other = candidate.toLowerCase();
    return other.includes(low) || low.includes(other) || other.slice(0, 4) === low.slice(0, 4);
  });
  const what = of === undefined ? 'is not an option' : `is not an option of ${of}`;
  return `${what}; ${near === undefined ? `they are ${known.join(', ')}` : `did you mean ${near}?`}`;
}
