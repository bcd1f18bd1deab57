/** Counts what a reader would call characters more closely than UTF-16 units do: an emoji outside the basic plane counts once. */
export const countCharacters = (value: string): number => [...value].length;
