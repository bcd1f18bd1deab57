import { plainAnswer, toResponse } from './plain-answer.ts';

/** A plain text `Response` that no browser takes for anything else. */
export const plainResponse = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response => toResponse(plainAnswer(status, text, headers));
