import { type BodyLimits, Reading } from '../receiver/reading.ts';

/** What is used of a stream of Node. */
export interface NodeStream {
  readonly destroyed?: boolean | undefined;
  on(event: string, listener: (value?: unknown) => void): unknown;
  off(event: string, listener: (value?: unknown) => void): unknown;
  pause(): unknown;
}

/**
 * Reads a stream of Node by its events: its iterator costs more than the rest of the receiver. A stream that is left early is paused, so that the
 * connection stays open until the response is sent.
 */
export function readNodeStream(stream: NodeStream, limits: BodyLimits): Promise<Uint8Array> {
  const add = (chunk: unknown): void => reading.add(chunk);
  const fail = (cause: unknown): void => reading.fail(cause);
  const reading = new Reading(limits, () => {
    stream.off('data', add);
    stream.pause();
  });
  stream.on('error', fail);
  stream.on('close', fail);
  stream.on('end', () => reading.finish());
  stream.on('data', add);
  if (stream.destroyed) reading.fail(undefined);
  return reading.whole;
}
