import { TransportError } from '../../errors/transport-error.ts';
import { maxAnswerLength } from './answer-length.ts';

/** Makes the error for an answer that is too long. */
export const answerTooLong = (): TransportError =>
  new TransportError(
    'status',
    'The answer is longer than 16 MiB, and the rest was not read. Ask for less in one call: a lower limit, or fewer fields.',
  );

/** Reads the body of a `Response` as text. Throws `TransportError` if it is too long. */
export async function readAnswer(response: Response): Promise<string> {
  // The replies of tests often have no stream.
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; ;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
    if (text.length > maxAnswerLength) {
      void reader.cancel().catch(() => undefined);
      throw answerTooLong();
    }
  }
}
