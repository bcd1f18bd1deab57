const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The placeholders of a text, each once, in order: `1`, `2`, or `name`, `date`. */
export const placeholdersOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? '')),
];

/** Puts values into a text; a placeholder without a value stays. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(pattern, (whole, name: string) => values.get(name) ?? whole);
