/** Returns what a message says: bodies, texts and captions at any depth of its content. */
export const getTexts = (content: unknown, name = ''): string[] =>
  typeof content === 'string'
    ? /^(body|text|caption)$/.test(name)
      ? [content]
      : []
    : Object.entries(content ?? {}).flatMap(([key, inner]) => getTexts(inner, key));
