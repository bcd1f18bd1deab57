/** Returns the longest start of a text of at most `limit` code points that ends between two characters as a reader sees them. */
export function getStart(text: string, limit: number): string {
  let start = '';
  let count = 0;
  // No more than can matter: a character that the slice cuts lies behind the limit.
  const head = text.slice(0, 2 * limit + 2);
  for (const { segment } of new Intl.Segmenter('en').segment(head)) {
    count += [...segment].length;
    if (count > limit) break;
    start += segment;
  }
  return start;
}
