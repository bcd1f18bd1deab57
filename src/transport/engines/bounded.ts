import type { EngineResponse } from '../interface.ts';

/**
 * The most characters of an answer that are read as text, 16 Mi: the largest page of Graph has a few megabytes, and the emulator reads no larger
 * bodies either. An answer without an end would fill the memory of the process.
 */
export const maxAnswerLength = 16_777_216;

/** Returns the part of a `Response` that is used, with a bound on its text. */
export const bounded = (response: Response): EngineResponse => ({
  status: response.status,
  headers: response.headers,
  body: response.body,
  text: () => import('./read-answer.ts').then((module) => module.readAnswer(response)),
});
