/**
 * How sure a figure is: `high` is Meta's own text or file with a second source, `medium` one mirror of Meta or several independent readers,
 * `low` one third party or an inference.
 */
export type Confidence = 'high' | 'medium' | 'low';

const order: readonly Confidence[] = ['high', 'medium', 'low'];

/** The weaker of two confidences: an answer is as sure as its least sure part. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
